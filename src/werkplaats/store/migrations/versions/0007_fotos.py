"""The right to add photos, for the ready-made groups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GROEPEN = (
    "Balie",
    "Monteur",
    "Planner schade",
    "Verkoop admin nieuw",
    "Verkoop admin gebruikt",
    "Verkoop manager nieuw",
    "Verkoop manager gebruikt",
    "Beheerder",
)


def upgrade() -> None:
    # Groups that a Beheerder made himself get the right from him.
    op.execute(
        sa.text(
            "INSERT INTO groep_recht (groep_id, recht) SELECT id, 'foto_toevoegen' FROM groep"
            " WHERE naam IN :groepen AND NOT EXISTS"
            " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = 'foto_toevoegen')"
        ).bindparams(sa.bindparam("groepen", GROEPEN, expanding=True))
    )


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM groep_recht WHERE recht = 'foto_toevoegen'"))
