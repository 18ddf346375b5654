"""The words for everything that can be wrong in a roster file: what it is, and what to do."""

from django.utils.translation import gettext_lazy as _

TEXTS = {
    # a cell
    "empty": _("Empty. Fill it in."),
    "empty_choice": _("Empty. Write %(choices)s."),
    "formula": _("A formula or an error. Write the value itself."),
    "not_a_date": _("%(value)s is not a date. Write day-month-year, for example 28-02-2021."),
    "not_a_choice": _("%(value)s is not known. Write %(choices)s."),
    "string_too_long": _("Longer than %(max_length)s characters. Write it shorter."),
    "not_an_email": _("%(value)s is not an e-mail address. Write name@place, or leave it empty."),
    "string_pattern_mismatch": _("Holds a sign that cannot be printed. Write it again."),
    "cpr_form": _("Not a CPR number. Write ten digits; in a workbook the column must be text."),
    "cpr_date": _("The date in the number does not exist. Check the number in the source."),
    "extra_cells": _("More cells than headers. A text with a separator in it needs quotation marks around it."),
    # a row among others
    "ends_before_start": _("%(value)s lies before the first day. Write a later day, or leave it empty."),
    "cpr_other_date": _("The CPR number has another birth date. Check both in the source."),
    "same_key": _("Stands in row %(other)s too. Keep one of them."),
    "same_cpr": _("The CPR number stands in row %(other)s too. Check both in the source."),
    "other_facts": _("Row %(other)s says something else about the same person. Make them agree."),
    "unknown_unit": _("%(value)s is not the id of a unit in the files or known from before."),
    "unknown_group": _("%(value)s is not the id of a group in the files or known from before."),
    "unknown_employee": _("%(value)s is not the id of an employee in the files or known from before."),
    "unknown_child": _("%(value)s is not the id of a child in the files or known from before."),
    "group_elsewhere": _("%(value)s is a group of another unit."),
    "cpr_of_another": _("The CPR number belongs to another person who is known already. Check both in the source."),
    "no_employment": _("The employee is not employed anywhere in the files or from before."),
    # what waits for two people
    "protection_lifted": _("The protection would become less or shorter. It stands until two people have said yes."),
    "birth_unconfirmed": _("The child would be born. Somebody must confirm it."),
    "custody_loosened": _("The adult would get more rights. The custody stands until two people have said yes."),
    "custody_given": _("The adult would get custody of a known child. It waits until two people have said yes."),
    "ban_left_out": _("A ban on contact is no longer in the file. It stands until two people have said yes."),
    # a whole file
    "unknown_kind": _("The name does not say what is in it. Let it contain one of: %(choices)s."),
    "no_header": _("The file is empty. The first row holds the headers."),
    "missing_column": _("The column %(choices)s is missing."),
    "double_column": _("The column stands twice. Keep one of them."),
    "not_found": _("The file does not exist."),
    "not_csv_or_xlsx": _("Only .csv and .xlsx files can be read."),
    "too_big": _("The file is too big. At most %(megabytes)s MB."),
    "unpacks_too_big": _("The file unpacks to far more than it says. Save it again as .xlsx or .csv."),
    "not_a_workbook": _("The file is not a workbook, or it is damaged. Save it again as .xlsx or .csv."),
    "unreadable": _("The file cannot be read within the limits of time and memory. Save it as .csv."),
    "nul_bytes": _("The file is not text. Save it as CSV in UTF-8."),
    "unknown_encoding": _("The letters cannot be read. Save the file as CSV in UTF-8."),
    "mixed_encodings": _("The letters are written in two ways. Save the file as CSV in UTF-8."),
    "endless_line": _("A line is longer than any row can be. Check the line breaks."),
    "endless_cell": _("A cell is longer than %(limit)s characters. Check the quotation marks."),
    "too_many_columns": _("More than %(limit)s columns."),
    "too_many_rows": _("More than %(limit)s rows."),
    "too_many_problems": _("Reading stopped after %(limit)s errors."),
    # the whole set of files
    "too_many_drops": _("%(drops)s of %(held)s rows would vanish: %(percent)s %%. The limit is %(limit)s %%."),
}
