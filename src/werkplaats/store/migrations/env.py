"""Alembic's door: runs the scripts on the connection that ``store.migratie`` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    # SQLite can roll back DDL; alembic assumes that it cannot, and would commit half a migration.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
