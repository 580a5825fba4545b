package org.lanyard.scan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

final class ValidTimeWords {

    private static final int MOST = 3;

    private ValidTimeWords() {}

    static List<String> listed(List<ValidTime> times, LocalDateTime now, Locale locale) {
        List<ValidTime> toCome = times.stream().filter(time -> now.isBefore(time.ends())).limit(MOST).toList();
        List<ValidTime> shown = toCome.isEmpty() ? times.subList(Math.max(0, times.size() - MOST), times.size()) : toCome;
        return shown.stream().map(time -> said(time, locale)).toList();
    }

    static List<String> all(List<ValidTime> times, Locale locale) {
        return times.stream().map(time -> said(time, locale)).toList();
    }

    static String now(List<ValidTime> times, LocalDateTime now, Locale locale) {
        String day = day(now.toLocalDate(), locale);
        return times.stream().allMatch(ValidTime::wholeDays) ? day : day + ", " + clock(now, locale);
    }

    private static String said(ValidTime time, Locale locale) {
        LocalDate first = time.begins().toLocalDate();
        if (!time.wholeDays()) {
            boolean sameDay = first.equals(time.ends().toLocalDate());
            return day(first, locale) + ", " + clock(time.begins(), locale) + "–"
                    + (sameDay ? "" : day(time.ends().toLocalDate(), locale) + ", ") + clock(time.ends(), locale);
        }
        LocalDate last = time.ends().toLocalDate().minusDays(1);
        return first.equals(last) ? day(first, locale) : day(first, locale) + " – " + day(last, locale);
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
    }

    private static String clock(LocalDateTime time, Locale locale) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
    }
}
