package org.lanyard.desk.setup;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.scan.Product;

/** What a lead puts right by hand (R31). On the FX thread. */
final class PeopleModel {

    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";
    private static final int CODE_LENGTH = 8;
    private static final int MOST_FOUND = 8;

    private final Workplace workplace;
    private final Station station;
    private final Background background;

    PeopleModel(Workplace workplace, Background background) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
    }

    List<Product> ticketTypes() {
        return station.roster().products(workplace.conference()).stream()
                .filter(product -> product.kind() == Product.Kind.TICKET_TYPE).toList();
    }

    /** A code of their own for somebody who has none; of letters and digits that nobody takes for one another. */
    String newCode() {
        Random random = new Random(station.ids().get().getLeastSignificantBits());
        StringBuilder code = new StringBuilder("L");
        while (code.length() < CODE_LENGTH) {
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    void add(Corrections.Newcomer newcomer, String reason, Runnable done, Consumer<String> failed) {
        change(() -> station.corrections().add(workplace.post(), newcomer, reason), done, failed);
    }

    void find(String text, Consumer<List<Person>> found, Consumer<String> failed) {
        background.run(() -> station.roster().search(workplace.conference(), text, MOST_FOUND), found, failed);
    }

    void paid(Person person, String reason, Runnable done, Consumer<String> failed) {
        change(() -> station.corrections().setOrderStatus(workplace.post(), person.id(), "paid", reason), done, failed);
    }

    void attention(Person person, String note, String reason, Runnable done, Consumer<String> failed) {
        change(() -> station.corrections().setAttention(workplace.post(), person.id(), note, reason), done, failed);
    }

    private void change(Runnable work, Runnable done, Consumer<String> failed) {
        background.run(() -> {
            work.run();
            return true;
        }, _ -> done.run(), failed);
    }
}
