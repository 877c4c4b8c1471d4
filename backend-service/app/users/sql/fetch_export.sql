-- -> line: the next rows of the cursor, or no row at its end
FETCH 500 FROM export_rows
