"""The configuration of one computer: a TOML file in the platform's folder, overridden by three variables.

``WERKPLAATS_CONFIG`` names the file, ``WERKPLAATS_DATA`` the folder of data, ``WERKPLAATS_DATABASE_URL`` the database.
What belongs to a shop stands in the store, not here.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path

from werkplaats.errors import WerkplaatsError


@dataclass(frozen=True, slots=True)
class RdwConfig:
    """Where RDW's open data are asked; ``timeout`` in seconds."""

    base_url: str = "https://opendata.rdw.nl"
    ovi_url: str = "https://ovi.rdw.nl/default.aspx?kenteken={kenteken}"
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class MopConfig:
    """Where mijnOndernemersportaal takes a request (assumed address, hence configurable), and how."""

    url_template: str = "https://www.mijnondernemersportaal.nl/pechhulp/aanvragen"
    method: str = "GET"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of this computer; ``oefenen`` is true in practice mode, where only loopback addresses are accepted."""

    data: Path
    database_url: str
    oefenen: bool = False
    rdw: RdwConfig = RdwConfig()
    mop: MopConfig = MopConfig()


_SECTIONS: dict[str, type[RdwConfig] | type[MopConfig]] = {"rdw": RdwConfig, "mop": MopConfig}


def config_path() -> Path:
    """The configuration file of this account."""
    return Path(os.environ.get("WERKPLAATS_CONFIG") or user_config_path("werkplaats", False) / "werkplaats.toml")


def load_config() -> Config:
    """Reads the configuration; raises WerkplaatsError CONFIG_ONLEESBAAR or CONFIG_ONBEKEND for a file that it cannot take."""
    path = config_path()
    raw = _read_toml(path)
    data = Path(os.environ.get("WERKPLAATS_DATA") or raw.pop("data", None) or user_data_path("werkplaats", False))
    raw.pop("data", None)
    url = os.environ.get("WERKPLAATS_DATABASE_URL") or raw.pop("database_url", "") or f"sqlite:///{data / 'werkplaats.db'}"
    raw.pop("database_url", None)
    config = Config(data=data, database_url=url, oefenen=bool(raw.pop("oefenen", False)))
    for name, section in _SECTIONS.items():
        config = replace(config, **{name: _section(path, name, section, raw.pop(name, {}))})
    if raw:
        raise WerkplaatsError("CONFIG_ONBEKEND", bestand=str(path), sleutel=sorted(raw)[0])
    return config


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WerkplaatsError("CONFIG_ONLEESBAAR", bestand=str(path), reden=str(error)) from error


def _section(path: Path, name: str, section: type[Any], values: Any) -> Any:
    known = {veld.name: type(veld.default) for veld in fields(section)}
    if not isinstance(values, dict):
        raise WerkplaatsError("CONFIG_ONBEKEND", bestand=str(path), sleutel=name)
    for key, value in values.items():
        if key not in known or not isinstance(value, (known[key], int)):
            raise WerkplaatsError("CONFIG_ONBEKEND", bestand=str(path), sleutel=f"{name}.{key}")
    return section(**values)
