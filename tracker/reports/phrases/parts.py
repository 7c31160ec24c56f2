"""What a target and its parts say of each other."""

from __future__ import annotations

PARTS = {
    "parts": ("parts", "бөліктері", "части"),
    "parts-sum": (
        "sum of its parts, {reported} of {count} reported",
        "бөліктерінің қосындысы, есеп бергені: {reported} / {count}",
        "сумма частей, с отчётом: {reported} из {count}",
    ),
    "parts-mean": (
        "weighted mean of its parts, {count} in all",
        "бөліктерінің салмақталған орташасы, барлығы {count}",
        "взвешенное среднее частей, всего {count}",
    ),
    "parts-without-reading": (
        "{missing} of {count} parts without a reading",
        "көрсеткіші жоқ бөліктер: {missing} / {count}",
        "частей без значения: {missing} из {count}",
    ),
    "why-unreported-parts": (
        "the goal was due {by}, and not every part has reported of that day or later",
        "мақсатқа {by} жету керек еді, бөліктердің бәрі бірдей сол күнге не одан "
        "кейінге есеп берген жоқ",
        "цели нужно было достичь {by}, но за этот день и позже отчитались не все части",
    ),
}
