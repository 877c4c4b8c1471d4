-- so that the next table's can be opened
CLOSE export_rows
