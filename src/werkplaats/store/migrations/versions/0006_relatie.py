"""A relatie has further addresses and telephones, a language, consents, a note; and contact moments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEKSTEN = {"taal": "'nl'", "voorkeur": "''", "mag_email": "''", "mag_sms": "''", "mag_bellen": "''", "notitie": "''"}


def upgrade() -> None:
    for naam, begin in TEKSTEN.items():
        op.add_column("relatie", sa.Column(naam, sa.Text(), server_default=sa.text(begin), nullable=False))
    _child("relatie_adres", "soort", "straat", "huisnr", "toevoeging", "postcode", "plaats", "land")
    _child("relatie_telefoon", "soort", "nummer")
    _child("relatie_toestemming", "doel", "staat", "tekst_versie", "moment", "door")
    op.create_table(
        "contactmoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("relatie_id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=True),
        sa.Column("moment", sa.String(length=32), nullable=False),
        sa.Column("wijze", sa.Text(), nullable=False),
        sa.Column("richting", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["relatie_id"], ["relatie.id"], name=op.f("fk_contactmoment_relatie_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_contactmoment_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contactmoment")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contactmoment_relatie_id", "contactmoment", ["relatie_id", "moment"], unique=False)
    op.create_index("ix_contactmoment_voertuig_id", "contactmoment", ["voertuig_id", "moment"], unique=False)


def downgrade() -> None:
    for tabel in ("contactmoment", "relatie_toestemming", "relatie_telefoon", "relatie_adres"):
        op.drop_table(tabel)
    for naam in reversed(TEKSTEN):
        op.drop_column("relatie", naam)


def _child(tabel: str, *teksten: str) -> None:
    op.create_table(
        tabel,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("relatie_id", sa.Integer(), nullable=False),
        *(
            sa.Column(tekst, sa.String(length=32) if tekst == "moment" else sa.Text(), nullable=False)
            for tekst in teksten
        ),
        sa.ForeignKeyConstraint(["relatie_id"], ["relatie.id"], name=op.f(f"fk_{tabel}_relatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    )
    op.create_index(op.f(f"ix_{tabel}_relatie_id"), tabel, ["relatie_id"], unique=False)
