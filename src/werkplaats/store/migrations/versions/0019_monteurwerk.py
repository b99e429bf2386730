"""The work of mechanics: their hours, their part in a card, their answers, and the checklist of a shop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

RECHT = "monteurwerk"
GROEPEN = ("Balie", "Monteur", "Planner schade", "Beheerder")


def upgrade() -> None:
    op.add_column("shop", sa.Column("checklist", sa.Text(), server_default=sa.text("'[]'"), nullable=False))
    op.create_index("ix_werkkaart_staat", "werkkaart", ["shop_id", "staat"], unique=False)
    _hours()
    _parts()
    _answers()
    # Groups that a Beheerder made himself get the right from him.
    op.execute(
        sa.text(
            "INSERT INTO groep_recht (groep_id, recht) SELECT id, CAST(:recht AS TEXT) FROM groep"
            " WHERE naam IN :groepen AND NOT EXISTS"
            " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = :recht)"
        ).bindparams(sa.bindparam("groepen", GROEPEN, expanding=True), recht=RECHT)
    )


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM groep_recht WHERE recht = :recht").bindparams(recht=RECHT))
    for tabel in ("monteur_antwoord", "monteur_deel", "gewerkte_tijd"):
        op.drop_table(tabel)
    op.drop_index("ix_werkkaart_staat", "werkkaart")
    op.drop_column("shop", "checklist")


def _hours() -> None:
    op.create_table(
        "gewerkte_tijd",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkkaart_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("monteur", sa.Text(), nullable=False),
        sa.Column("begin", sa.String(length=32), nullable=False),
        sa.Column("eind", sa.String(length=32), nullable=True),
        *_of_card("gewerkte_tijd"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gewerkte_tijd")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_gewerkte_tijd_werkkaart_id"), "gewerkte_tijd", ["werkkaart_id"], unique=False)
    op.create_index("ix_gewerkte_tijd_gebruiker_id", "gewerkte_tijd", ["gebruiker_id", "begin"], unique=False)
    loopt = sa.text("eind IS NULL")
    op.create_index(
        "uq_gewerkte_tijd_loopt",
        "gewerkte_tijd",
        ["gebruiker_id"],
        unique=True,
        sqlite_where=loopt,
        postgresql_where=loopt,
    )


def _parts() -> None:
    op.create_table(
        "monteur_deel",
        sa.Column("werkkaart_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("monteur", sa.Text(), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("klaar_op", sa.String(length=32), nullable=True),
        *_of_card("monteur_deel"),
        sa.PrimaryKeyConstraint("werkkaart_id", "gebruiker_id", name=op.f("pk_monteur_deel")),
    )


def _answers() -> None:
    op.create_table(
        "monteur_antwoord",
        sa.Column("werkkaart_id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(naam, sa.Text(), nullable=False) for naam in ("soort", "sleutel", "tekst", "antwoord")),
        *(sa.Column(naam, sa.Text(), nullable=False) for naam in ("opmerking", "door")),
        sa.Column("op", sa.String(length=32), nullable=False),
        _of_card("monteur_antwoord")[0],
        sa.PrimaryKeyConstraint("werkkaart_id", "soort", "sleutel", name=op.f("pk_monteur_antwoord")),
    )


def _of_card(tabel: str) -> tuple[sa.ForeignKeyConstraint, sa.ForeignKeyConstraint]:
    return (
        sa.ForeignKeyConstraint(["werkkaart_id"], ["werkkaart.id"], name=op.f(f"fk_{tabel}_werkkaart_id")),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f(f"fk_{tabel}_gebruiker_id")),
    )
