; The Windows setup of Werkplaats: per user, without administrator rights, silent with /S.
; Given by build.py: VERSION, TREE (the folder with all files), ICON, OUTPUT, and QUICK where size does not matter.
;
; Everything of the program lies in $INSTDIR\programma, which is replaced as a whole; whatever else somebody keeps in
; $INSTDIR stays. The garage's data lie in %LOCALAPPDATA%\werkplaats and are never touched here.

Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define NAME "Werkplaats"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define FIRST_BUILD 17763 ; Windows 10, version 1809: what Qt asks for

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Map"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installeren"
VIAddVersionKey "LegalCopyright" ""

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\programma\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m werkplaats"
!define MUI_FINISHPAGE_RUN_TEXT "Werkplaats starten"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

Var Open
Var Replaced

; Windows lets nobody write into a program that runs: that is how we see that Werkplaats is still open. After that the
; old one is set aside as a whole, so that what goes wrong later can be put right.
!macro REFUSE_WHILE_OPEN PROGRAM
  ${If} ${FileExists} "$INSTDIR\programma\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\programma\${PROGRAM}" a
    ${If} ${Errors}
      StrCpy $Open "1"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro SET_ASIDE
  StrCpy $Open ""
  !insertmacro REFUSE_WHILE_OPEN "python.exe"
  !insertmacro REFUSE_WHILE_OPEN "pythonw.exe"
  ${If} ${FileExists} "$INSTDIR\programma\*"
  ${AndIf} $Open == ""
    RMDir /r "$INSTDIR\programma.oud"
    ClearErrors
    Rename "$INSTDIR\programma" "$INSTDIR\programma.oud"
    ${If} ${Errors}
      StrCpy $Open "1"
    ${Else}
      StrCpy $Replaced "1"
    ${EndIf}
  ${EndIf}
  ${If} $Open == "1"
    SetErrorLevel 2
    MessageBox MB_OK|MB_ICONEXCLAMATION "Werkplaats is nog open. Sluit alle vensters van Werkplaats en begin opnieuw." /SD IDOK
    Abort "Werkplaats is nog open."
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} ${FIRST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "Werkplaats heeft Windows 10 versie 1809 of nieuwer nodig." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  StrCpy $Replaced ""
  !insertmacro SET_ASIDE

  SetOutPath "$INSTDIR\programma"
  ClearErrors
  File /r "${TREE}/*"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "Niet alle bestanden konden worden geschreven."
  ${EndIf}
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\werkplaats-beheer.cmd" w
  FileWrite $0 '@"%~dp0programma\python.exe" -m werkplaats.beheer %*$\r$\n'
  FileClose $0
  WriteUninstaller "$INSTDIR\verwijderen.exe"
  RMDir /r "$INSTDIR\programma.oud"
  StrCpy $Replaced ""

  ; The working folder of a shortcut is the folder that was set last.
  SetOutPath "$PROFILE"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\Werkplaats.lnk" "$INSTDIR\programma\pythonw.exe" "-m werkplaats" "$INSTDIR\programma\werkplaats.ico"
  CreateShortcut "$SMPROGRAMS\${NAME}\Monteurscherm.lnk" "$INSTDIR\programma\pythonw.exe" "-m werkplaats --monteur" "$INSTDIR\programma\werkplaats.ico"
  CreateShortcut "$SMPROGRAMS\${NAME}\Werkplaats oefenen.lnk" "$INSTDIR\programma\pythonw.exe" "-m werkplaats --oefen" "$INSTDIR\programma\werkplaats.ico"

  WriteRegStr HKCU "Software\${NAME}" "Map" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\programma\werkplaats.ico"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

; What was there before stays usable when the new one could not be put in its place.
Function .onInstFailed
  ${If} $Replaced == "1"
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\programma"
    Rename "$INSTDIR\programma.oud" "$INSTDIR\programma"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  SetOutPath "$TEMP"
  !insertmacro SET_ASIDE
  RMDir /r "$INSTDIR\programma.oud"
  Delete "$INSTDIR\werkplaats-beheer.cmd"
  Delete "$INSTDIR\verwijderen.exe"
  RMDir "$INSTDIR" ; only when nothing of anybody else is in it

  Delete "$SMPROGRAMS\${NAME}\Werkplaats.lnk"
  Delete "$SMPROGRAMS\${NAME}\Monteurscherm.lnk"
  Delete "$SMPROGRAMS\${NAME}\Werkplaats oefenen.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\${NAME}"
SectionEnd
