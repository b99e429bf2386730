"""Reports to Car-Pass with their history, the account of a shop, and the right to report for the ready-made groups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_ACCOUNT = ("carpass_btw", "carpass_organisatie", "carpass_gebruiker")
_GROEPEN = ("Balie", "Planner schade", "Beheerder")
_TABELLEN = (
    "carpass_activiteit",
    "melding_gebeurtenis",
    "melding_issue",
    "melding_lijst",
    "melding",
)


def upgrade() -> None:
    for naam in _ACCOUNT:
        op.add_column("shop", sa.Column(naam, sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("shop", sa.Column("carpass_vrijstelling", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("shop", sa.Column("carpass_correcties", sa.Integer(), server_default=sa.text("2"), nullable=False))
    _melding()
    _carpass_activiteit()
    _melding_gebeurtenis()
    _melding_issue()
    _melding_lijst()
    # Groups that a Beheerder made himself get the right from him.
    op.execute(
        sa.text(
            "INSERT INTO groep_recht (groep_id, recht) SELECT id, 'carpass' FROM groep"
            " WHERE naam IN :groepen AND NOT EXISTS"
            " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = 'carpass')"
        ).bindparams(sa.bindparam("groepen", _GROEPEN, expanding=True))
    )


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM groep_recht WHERE recht = 'carpass'"))
    for naam in _TABELLEN:
        op.drop_table(naam)
    for naam in ("carpass_correcties", "carpass_vrijstelling", *_ACCOUNT):
        op.drop_column("shop", naam)


def _carpass_activiteit() -> None:
    op.create_table(
        "carpass_activiteit",
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("opgehaald_op", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_carpass_activiteit_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "code", name=op.f("pk_carpass_activiteit")),
    )


def _melding() -> None:
    op.create_table(
        "melding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("werkkaart_id", sa.Integer(), nullable=True),
        sa.Column("kenteken_compact", _SLEUTEL, nullable=True),
        sa.Column("kenteken_land", sa.Text(), nullable=True),
        sa.Column("kenteken_weergave", sa.Text(), nullable=True),
        sa.Column("auto", sa.Text(), nullable=False),
        sa.Column("eigenaar", sa.Text(), nullable=False),
        sa.Column("eerste_toelating", sa.Date(), nullable=True),
        sa.Column("vin", sa.Text(), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=True),
        sa.Column("eenheid", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("teller_gewijzigd", sa.Boolean(), nullable=False),
        sa.Column("monteur_stand", sa.Integer(), nullable=True),
        sa.Column("monteur_wie", sa.Text(), nullable=True),
        sa.Column("monteur_op", sa.String(length=32), nullable=True),
        sa.Column("activiteiten", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("regels", sa.Text(), nullable=False),
        sa.Column("met_regels", sa.Boolean(), nullable=False),
        sa.Column("omschrijving_staat", sa.Text(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("staat_sinds", sa.String(length=32), nullable=False),
        sa.Column("vroeg", sa.Boolean(), nullable=False),
        sa.Column("vorige_km", sa.Integer(), nullable=True),
        sa.Column("vorige_datum", sa.Date(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("correcties", sa.Integer(), nullable=False),
        sa.Column("herverzonden", sa.Boolean(), nullable=False),
        sa.Column("verstuurd_op", sa.String(length=32), nullable=True),
        sa.Column("volgende_vraag", sa.String(length=32), nullable=True),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_door", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_melding_shop_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_melding_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_melding_shop_id", "melding", ["shop_id", "staat", "staat_sinds"], unique=False)
    op.create_index("ix_melding_staat", "melding", ["staat", "volgende_vraag"], unique=False)
    op.create_index("ix_melding_voertuig_id", "melding", ["voertuig_id", "datum"], unique=False)
    op.create_index("ix_melding_werkkaart_id", "melding", ["werkkaart_id"], unique=False)


def _melding_gebeurtenis() -> None:
    op.create_table(
        "melding_gebeurtenis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("melding_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=32), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("van", sa.Text(), nullable=False),
        sa.Column("naar", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_melding_gebeurtenis_melding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding_gebeurtenis")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_melding_gebeurtenis_melding_id"), "melding_gebeurtenis", ["melding_id"], unique=False)


def _melding_issue() -> None:
    op.create_table(
        "melding_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("melding_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("corrigeerbaar", sa.Boolean(), nullable=False),
        sa.Column("bevestigbaar", sa.Boolean(), nullable=False),
        sa.Column("vorige_stand", sa.Integer(), nullable=True),
        sa.Column("vorige_datum", sa.Date(), nullable=True),
        sa.Column("gezien_op", sa.String(length=32), nullable=False),
        sa.Column("opgelost_op", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_melding_issue_melding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding_issue")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_melding_issue_melding_id"), "melding_issue", ["melding_id"], unique=False)


def _melding_lijst() -> None:
    op.create_table(
        "melding_lijst",
        sa.Column("melding_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("datum", _SLEUTEL, nullable=False),
        sa.Column("kenteken", _SLEUTEL, nullable=False),
        sa.Column("auto", _SLEUTEL, nullable=False),
        sa.Column("stand", _SLEUTEL, nullable=False),
        sa.Column("vorige", _SLEUTEL, nullable=False),
        sa.Column("staat", _SLEUTEL, nullable=False),
        sa.Column("code", _SLEUTEL, nullable=False),
        sa.Column("groep", _SLEUTEL, nullable=False),
        sa.Column("tekst", _SLEUTEL, nullable=False),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_melding_lijst_melding_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_melding_lijst_shop_id")),
        sa.PrimaryKeyConstraint("melding_id", name=op.f("pk_melding_lijst")),
    )
    op.create_index("ix_melding_lijst_auto", "melding_lijst", ["shop_id", "auto", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_code", "melding_lijst", ["shop_id", "code", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_datum", "melding_lijst", ["shop_id", "datum", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_kenteken", "melding_lijst", ["shop_id", "kenteken", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_staat", "melding_lijst", ["shop_id", "staat", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_stand", "melding_lijst", ["shop_id", "stand", "melding_id"], unique=False)
    op.create_index("ix_melding_lijst_vorige", "melding_lijst", ["shop_id", "vorige", "melding_id"], unique=False)
