/* The source of chance that Windows 10 brings along and wine 8 does not, out of the older one that both have.
   For the trial under wine only; it never comes near a garage. */

#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
