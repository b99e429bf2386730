/* What Qt asks of the ICU that Windows 10 brings along and wine 8 does not: enough for "there is no such converter".
   For the trial under wine only; it never comes near a garage. */

#define EXPORT __declspec(dllexport)
#define U_UNSUPPORTED_ERROR 16

EXPORT void *ucnv_open(const char *name, int *status) { (void)name; *status = U_UNSUPPORTED_ERROR; return 0; }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
EXPORT const char *ucnv_getName(const void *converter, int *status) { (void)converter; *status = U_UNSUPPORTED_ERROR; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *status)
{ (void)name; (void)standard; *status = U_UNSUPPORTED_ERROR; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }

/* Without a converter nobody gets as far as these. */
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void) {}
EXPORT void ucnv_fromUnicode(void) {}
EXPORT int ucnv_toUCountPending(const void *converter, int *status) { (void)converter; (void)status; return 0; }
EXPORT int ucnv_fromUCountPending(const void *converter, int *status) { (void)converter; (void)status; return 0; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
