"""The correction form of Car-Pass and its steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correctieformulier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("melding_id", sa.Integer(), nullable=False),
        sa.Column("juist", sa.Integer(), nullable=True),
        sa.Column("juist_op", sa.Date(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("bewijzen", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("contact_email", sa.Text(), nullable=False),
        sa.Column("plaats", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_correctieformulier_melding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correctieformulier")),
        sa.UniqueConstraint("melding_id", name=op.f("uq_correctieformulier_melding_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "correctie_stap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correctie_id", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column("op", sa.String(length=32), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correctie_id"], ["correctieformulier.id"], name=op.f("fk_correctie_stap_correctie_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correctie_stap")),
        sa.UniqueConstraint("correctie_id", "stap", name=op.f("uq_correctie_stap_correctie_id_stap")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("correctie_stap")
    op.drop_table("correctieformulier")
