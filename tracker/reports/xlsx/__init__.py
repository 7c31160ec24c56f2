"""The report as a workbook: typed cells in tables, and nothing that is run."""
