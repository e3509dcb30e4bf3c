"""The workbench: a local web page in which the whole job is done, while the files stay the truth.

    request ─ safety ─▶ app ─ desk ─▶ Dossier ─ pages ─▶ words and marks
                         └─ editing ─▶ a change by slice ─ dossier/writing ─▶ files

`safety` lets nobody in but who holds the token; `desk` keeps the dossier open and opens it anew when its files change;
`editing` turns forms into casebook text and back. Nothing is kept here that is not in the files.
"""
