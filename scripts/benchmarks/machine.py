"""What the measurements were taken on."""
import datetime
import os
import platform
import subprocess

# What the inference engine or libjpeg chooses its code by.
_FEATURES = ["avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8", "sha_ni"]


def describe():
    """One line: processor, cores, features, system, date."""
    fields = {}
    for line in subprocess.run(["lscpu"], check=True, capture_output=True, text=True).stdout.splitlines():
        name, _, value = line.partition(":")
        fields[name.strip()] = value.strip()
    flags = set(fields.get("Flags", "").split())
    features = ", ".join(name for name in _FEATURES if name in flags)
    name = fields.get("Model name", "unknown processor")
    if "CPU family" in fields and "Model" in fields:
        name += f" (family {fields['CPU family']}, model {fields['Model']})"
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{name}, {os.cpu_count()} cores, {features}; {system}; {datetime.date.today().isoformat()}"
