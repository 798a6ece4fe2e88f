"""The map's geometry: built once from public-domain data, shipped in dashboard/static/map."""
