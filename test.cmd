@echo off
rem Checks the house; sets up what is missing.
py -3.11 "%~dp0bootstrap.py" test %*
