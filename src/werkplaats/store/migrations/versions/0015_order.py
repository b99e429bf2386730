"""The sales orders with their plates, the brands and plate types, and who may work with all that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
LIJST = ("nummer", "relatie", "auto", "vin", "kenteken", "status", "aflevering")
VERKOOP = tuple(f"Verkoop {wat} {soort}" for wat in ("admin", "manager") for soort in ("nieuw", "gebruikt"))
RECHTEN = {
    "order_zien": (*VERKOOP, "Beheerder"),
    "order_wijzigen": (*VERKOOP, "Beheerder"),
    "direct_goedkeuren": VERKOOP,
}
MERKEN = (
    ("VOLKSWAGEN", "Volkswagen", True),
    ("VOLKSWAGEN BEDRIJFSWAGENS", "Volkswagen Bedrijfswagens", True),
    ("AUDI", "Audi", True),
    ("SEAT", "SEAT", True),
    ("SKODA", "Škoda", True),
    ("PORSCHE", "Porsche", True),
    ("BENTLEY", "Bentley", True),
    ("LAMBORGHINI", "Lamborghini", True),
    ("CUPRA", "CUPRA", False),
)
PLAATTYPEN = (
    ("27.1", 1, "Lang", 520, 110, 1),
    ("27.2", 2, "Vierkant", 340, 210, 2),
    ("27.10", 3, "Motor", 210, 143, 2),
    ("18.2", 4, "Amerikaans", 312, 143, 2),
)


def upgrade() -> None:
    _lists()
    _order()
    _plates()
    _listed()
    for naam, begin in (("pon_goedgekeurd_vereist", sa.true()), ("pon_nlv_bij_latere_aflevering", sa.false())):
        op.add_column("shop", sa.Column(naam, sa.Boolean(), server_default=begin, nullable=False))
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
    for naam in ("pon_nlv_bij_latere_aflevering", "pon_goedgekeurd_vereist"):
        op.drop_column("shop", naam)
    for tabel in ("order_lijst", "order_plaat", "verkooporder", "dealernummer", "plaattype", "merk"):
        op.drop_table(tabel)


def _text(*namen: str) -> list[sa.Column[str]]:
    return [sa.Column(naam, sa.Text(), nullable=False) for naam in namen]


def _keys(*namen: str) -> list[sa.Column[str]]:
    return [sa.Column(naam, SLEUTEL, nullable=False) for naam in namen]


def _numbers(*namen: str) -> list[sa.Column[int]]:
    return [sa.Column(naam, sa.Integer(), nullable=False) for naam in namen]


def _flags(*namen: str) -> list[sa.Column[bool]]:
    return [sa.Column(naam, sa.Boolean(), nullable=False) for naam in namen]


def _days(*namen: str) -> list[sa.Column[object]]:
    return [sa.Column(naam, sa.Date(), nullable=True) for naam in namen]


def _lists() -> None:
    merk = op.create_table(
        "merk",
        *_keys("sleutel"),
        *_text("naam"),
        *_flags("via_pon"),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_merk")),
    )
    op.bulk_insert(merk, [dict(zip(("sleutel", "naam", "via_pon"), een, strict=True)) for een in MERKEN])
    plaattype = op.create_table(
        "plaattype",
        *_text("code"),
        *_numbers("nr"),
        *_text("naam"),
        *_numbers("breed", "hoog", "rijen"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_plaattype")),
    )
    velden = ("code", "nr", "naam", "breed", "hoog", "rijen")
    op.bulk_insert(plaattype, [dict(zip(velden, een, strict=True)) for een in PLAATTYPEN])
    op.create_table(
        "dealernummer",
        sa.Column("shop_id", sa.Integer(), autoincrement=False, nullable=False),
        *_keys("merk_sleutel"),
        *_text("nummer"),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_dealernummer_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "merk_sleutel", name=op.f("pk_dealernummer")),
    )


def _order() -> None:
    op.create_table(
        "verkooporder",
        sa.Column("id", sa.Integer(), nullable=False),
        *_numbers("shop_id"),
        *_text("nummer"),
        *_keys("referentie"),
        *_text("ordersoort", "status"),
        sa.Column("relatie_id", sa.Integer(), nullable=True),
        *_text("merk"),
        *_keys("merk_sleutel"),
        *_text("model"),
        sa.Column("chassisnummer", sa.Text(), nullable=True),
        *_keys("kenteken_compact"),
        *_text("kenteken_land", "kenteken_weergave"),
        *_flags("voorraadauto", "goedgekeurd"),
        *_days("losdatum", "nlv_datum", "kcode_datum", "afleverdatum"),
        sa.Column("gepland_op", sa.String(length=32), nullable=True),
        *_days("gepland_dag"),
        sa.Column("goedkeuren_op", sa.String(length=32), nullable=True),
        *_text("goedkeuren_door"),
        sa.Column("goedkeuren_regel", sa.Text(), nullable=True),
        *_days("goedkeuren_dag"),
        *_flags("ingetrokken", "aanvraag_loopt"),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        *_text("gewijzigd_door"),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_verkooporder_shop_id")),
        sa.ForeignKeyConstraint(["relatie_id"], ["relatie.id"], name=op.f("fk_verkooporder_relatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verkooporder")),
        sa.UniqueConstraint("shop_id", "nummer", name=op.f("uq_verkooporder_shop_id_nummer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_verkooporder_relatie_id"), "verkooporder", ["relatie_id"], unique=False)
    op.create_index(op.f("ix_verkooporder_chassisnummer"), "verkooporder", ["chassisnummer"], unique=False)
    op.create_index("ix_verkooporder_referentie", "verkooporder", ["shop_id", "referentie"], unique=False)


def _plates() -> None:
    op.create_table(
        "order_plaat",
        sa.Column("order_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        *_text("plaattype"),
        *_numbers("aantal"),
        sa.ForeignKeyConstraint(["order_id"], ["verkooporder.id"], name=op.f("fk_order_plaat_order_id")),
        sa.PrimaryKeyConstraint("order_id", "nr", name=op.f("pk_order_plaat")),
    )


def _listed() -> None:
    op.create_table(
        "order_lijst",
        sa.Column("order_id", sa.Integer(), autoincrement=False, nullable=False),
        *_numbers("shop_id"),
        *_keys(*LIJST, "tekst"),
        sa.ForeignKeyConstraint(["order_id"], ["verkooporder.id"], name=op.f("fk_order_lijst_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_order_lijst_shop_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_lijst")),
    )
    for kolom in LIJST:
        op.create_index(f"ix_order_lijst_{kolom}", "order_lijst", ["shop_id", kolom, "order_id"], unique=False)
