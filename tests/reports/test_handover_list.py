"""The list that both sides of a handover sign says what they sign for."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import pytest

from app.desk import Desk
from models.handover_list import Bundle, BundleCopy, HandoverList
from models.slip import SlipState
from models.text import translator
from reports.handover_list import write_pdf
from tests.reports.pdf_text import text_of
