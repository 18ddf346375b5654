"""The language of a page, and the pages that stand for what an action answered with an exception."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from vejviser.foundation.looks import seen
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.ui import answers
from vejviser.ui.conflicts import conflict_page

Answer = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Danish unless the person has chosen otherwise; what the browser prefers is not asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen_language(request: HttpRequest) -> str:
    """The cookie's language if the house speaks it, else Danish."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return cookie if cookie in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class AnswersMiddleware:
    """Unknown, foreign and forbidden become the one 404, a rule's no a 422 with its sentence, a lost update a 409."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotVisible):
            return self._refuse(request)
        if isinstance(exception, RuleBroken):
            return answers.rule_broken(request, exception)
        if isinstance(exception, Conflict):
            return answers.as_whole_page(request, conflict_page(request, exception))
        return None

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        """Nothing was shown after all; that somebody tried is recorded."""
        collected = seen(request)
        collected.shown.clear()
        collected.refused = True
        return answers.not_found(request)
