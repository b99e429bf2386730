@echo off
rem Opens the program in practice mode; sets up what is missing.
py -3.11 "%~dp0bootstrap.py" run %*
