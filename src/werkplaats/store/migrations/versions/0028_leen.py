"""Cars that are lent or hired out: which are offered, and who has one from when until when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("voertuig", sa.Column("leenauto", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index("ix_voertuig_leenauto", "voertuig", ["leenauto"])
    op.create_table(
        "leenperiode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("relatie_id", sa.Integer(), nullable=False),
        sa.Column("werkkaart_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("van", sa.String(length=32), nullable=False),
        sa.Column("tot", sa.String(length=32), nullable=False),
        sa.Column("km_uit", sa.Integer(), nullable=True),
        sa.Column("terug", sa.String(length=32), nullable=True),
        sa.Column("km_in", sa.Integer(), nullable=True),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_leenperiode_voertuig_id")),
        sa.ForeignKeyConstraint(["relatie_id"], ["relatie.id"], name=op.f("fk_leenperiode_relatie_id")),
        sa.ForeignKeyConstraint(["werkkaart_id"], ["werkkaart.id"], name=op.f("fk_leenperiode_werkkaart_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leenperiode")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_leenperiode_voertuig_id", "leenperiode", ["voertuig_id", "van"])
    op.create_index("ix_leenperiode_tot", "leenperiode", ["terug", "tot"])
    op.create_index("ix_leenperiode_relatie_id", "leenperiode", ["relatie_id"])
    op.create_index("ix_leenperiode_werkkaart_id", "leenperiode", ["werkkaart_id"])


def downgrade() -> None:
    op.drop_table("leenperiode")
    op.drop_index("ix_voertuig_leenauto", "voertuig")
    op.drop_column("voertuig", "leenauto")
