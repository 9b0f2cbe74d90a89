/* A library, but no plugin. */
int zonekg_test_no_symbol(void) { return 0; }
