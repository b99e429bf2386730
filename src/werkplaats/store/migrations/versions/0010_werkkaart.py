"""The werkkaart with its lines, the shop's own lists, the VAT rates, and who may work with all that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MOMENTEN = ("gepland_op", "binnen_op", "in_uitvoering_op", "klaar_op", "opgehaald_op", "vervallen_op")
LIJST = ("nummer", "kenteken", "voertuig", "eigenaar", "monteur", "begonnen", "afgesproken", "bedrag")
OPNAME = ("voertuig", "vin", "eigenaar", "adres", "telefoon", "email", "btw_nummer", "klacht", "monteur", "notitie")
RECHTEN = {
    "werkkaart_zien": ("Balie", "Monteur", "Planner schade", "Beheerder"),
    "werkkaart_wijzigen": ("Balie", "Planner schade", "Beheerder"),
    "einde_service": ("Balie", "Planner schade", "Beheerder"),
}
TARIEVEN = (
    ("NL", "hoog", 1900, "2001-01-01", "2012-09-30"),
    ("NL", "hoog", 2100, "2012-10-01", None),
    ("NL", "laag", 600, "1986-10-01", "2018-12-31"),
    ("NL", "laag", 900, "2019-01-01", None),
    ("BE", "hoog", 2100, "1996-01-01", None),
    ("BE", "midden", 1200, "1992-04-01", None),
    ("BE", "laag", 600, "1992-04-01", None),
    *(
        (land, code, 0, "1993-01-01", None)
        for land in ("NL", "BE")
        for code in ("nul", "verlegd", "intracommunautair", "marge", "vrijgesteld")
    ),
)


def upgrade() -> None:
    _rates()
    _lists()
    _card()
    _lines()
    _listed()
    for recht, groepen in RECHTEN.items():
        # Groups that a Beheerder made himself get the right from him.
        op.execute(
            sa.text(
                "INSERT INTO groep_recht (groep_id, recht) SELECT id, :recht FROM groep"
                " WHERE naam IN :groepen AND NOT EXISTS"
                " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = :recht)"
            ).bindparams(sa.bindparam("groepen", groepen, expanding=True), recht=recht)
        )


def downgrade() -> None:
    for recht in RECHTEN:
        op.execute(sa.text("DELETE FROM groep_recht WHERE recht = :recht").bindparams(recht=recht))
    for tabel in ("werkkaart_lijst", "werkkaart_regel", "werkkaart", "pakket", "standaardtekst", "artikel"):
        op.drop_table(tabel)
    op.drop_table("btw_tarief")


def _text(*namen: str) -> list[sa.Column[str]]:
    return [sa.Column(naam, sa.Text(), nullable=False) for naam in namen]


def _rates() -> None:
    tabel = op.create_table(
        "btw_tarief",
        *_text("land", "code"),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("percentage", sa.Integer(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("land", "code", "van", name=op.f("pk_btw_tarief")),
    )
    for land, code, percentage, van, tot in TARIEVEN:
        # As literals: a day is text on SQLite, and PostgreSQL reads it by the type of its column.
        dagen = {"van": sa.text(f"'{van}'"), "tot": sa.text(f"'{tot}'") if tot else None}
        op.execute(sa.insert(tabel).values(land=land, code=code, percentage=percentage, **dagen))


def _lists() -> None:
    kolommen: dict[str, list[sa.schema.SchemaItem]] = {
        "artikel": [
            *_text("omschrijving"),
            sa.Column("prijs", sa.Integer(), nullable=False),
            *_text("eenheid"),
            sa.Column("uren", sa.Boolean(), nullable=False),
            *_text("btw_code"),
            sa.Column("voorraad", sa.Integer(), nullable=True),
            *_text("locatie"),
        ],
        "standaardtekst": [*_text("tekst")],
        "pakket": [*_text("omschrijving", "delen")],
    }
    for naam, meer in kolommen.items():
        op.create_table(
            naam,
            sa.Column("shop_id", sa.Integer(), autoincrement=False, nullable=False),
            *_text("code"),
            *meer,
            sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f(f"fk_{naam}_shop_id")),
            sa.PrimaryKeyConstraint("shop_id", "code", name=op.f(f"pk_{naam}")),
        )


def _card() -> None:
    op.create_table(
        "werkkaart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        *_text("nummer", "staat"),
        sa.Column("kenteken_compact", SLEUTEL, nullable=False),
        *_text("kenteken_land", "kenteken_weergave", *OPNAME),
        sa.Column("eigenaar_id", sa.Integer(), nullable=True),
        sa.Column("afgesproken_op", sa.Date(), nullable=True),
        *_text("afgesproken_om"),
        sa.Column("km_stand", sa.Integer(), nullable=True),
        *(sa.Column(naam, sa.String(length=32), nullable=True) for naam in MOMENTEN),
        *_text("vestiging"),
        sa.Column("registernummer", sa.Text(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        *_text("gewijzigd_door"),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_werkkaart_shop_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_werkkaart_voertuig_id")),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["relatie.id"], name=op.f("fk_werkkaart_eigenaar_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werkkaart")),
        sa.UniqueConstraint("shop_id", "nummer", name=op.f("uq_werkkaart_shop_id_nummer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_werkkaart_voertuig_id"), "werkkaart", ["voertuig_id"], unique=False)
    waar = sa.text("registernummer IS NOT NULL")
    op.create_index(
        "uq_werkkaart_register",
        "werkkaart",
        ["vestiging", "registernummer"],
        unique=True,
        sqlite_where=waar,
        postgresql_where=waar,
    )


def _lines() -> None:
    op.create_table(
        "werkkaart_regel",
        sa.Column("werkkaart_id", sa.Integer(), autoincrement=False, nullable=False),
        *_text("sleutel"),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_text("soort", "code", "omschrijving"),
        sa.Column("aantal", sa.Integer(), nullable=False),
        *_text("eenheid"),
        *(sa.Column(naam, sa.Integer(), nullable=False) for naam in ("prijs", "korting", "bedrag")),
        *_text("btw_code"),
        sa.Column("btw_percentage", sa.Integer(), nullable=False),
        sa.Column("in_pakket", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["werkkaart_id"], ["werkkaart.id"], name=op.f("fk_werkkaart_regel_werkkaart_id")),
        sa.PrimaryKeyConstraint("werkkaart_id", "sleutel", name=op.f("pk_werkkaart_regel")),
    )


def _listed() -> None:
    op.create_table(
        "werkkaart_lijst",
        sa.Column("werkkaart_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        *_text("staat"),
        *(sa.Column(naam, SLEUTEL, nullable=False) for naam in LIJST),
        sa.Column("inclusief", sa.Integer(), nullable=False),
        sa.Column("tekst", SLEUTEL, nullable=False),
        sa.ForeignKeyConstraint(["werkkaart_id"], ["werkkaart.id"], name=op.f("fk_werkkaart_lijst_werkkaart_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_werkkaart_lijst_shop_id")),
        sa.PrimaryKeyConstraint("werkkaart_id", name=op.f("pk_werkkaart_lijst")),
    )
    for kolom in LIJST:
        velden = ["shop_id", kolom, "werkkaart_id"]
        op.create_index(f"ix_werkkaart_lijst_{kolom}", "werkkaart_lijst", velden, unique=False)
