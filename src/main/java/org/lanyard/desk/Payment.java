package org.lanyard.desk;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.lanyard.roster.Correction;
import org.lanyard.scan.NotPossible;

public final class Payment {

    private Payment() {}

    public static long minorUnits(String typed, Currency currency) {
        try {
            long units = new BigDecimal(typed.strip().replace(',', '.'))
                    .movePointRight(currency.getDefaultFractionDigits()).longValueExact();
            if (units > 0) {
                return units;
            }
        } catch (NumberFormatException | ArithmeticException noAmount) {
            // said below
        }
        throw new NotPossible("person.amount", typed.strip());
    }

    public static String shown(long minorUnits, Currency currency, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()));
    }

    public static String means(Correction.Means means, Words words) {
        return switch (means) {
            case CASH -> words.say("person.paid.cash");
            case CARD -> words.say("person.paid.card");
            case OTHER -> words.say("person.paid.other");
        };
    }
}
