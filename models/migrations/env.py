"""Alembic's entry: the connection comes from `models.migrating`, never from a settings file."""

from alembic import context

from models.migrating import run

run(context.config.attributes["connection"])
