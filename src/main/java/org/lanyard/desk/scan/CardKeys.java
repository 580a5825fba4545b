package org.lanyard.desk.scan;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.lanyard.desk.wand.BareKeys;
import org.lanyard.scan.Item;

/** Keys that act on the person shown when they went down: 0 to 9, Enter, Space, Escape. */
final class CardKeys implements BareKeys {

    private static final String DIGITS = "123456789";

    private final ScanModel model;
    private final BooleanSupplier here;

    /** @param here true while the scan screen is the one in front */
    CardKeys(ScanModel model, BooleanSupplier here) {
        this.model = model;
        this.here = here;
    }

    @Override
    public Object shown() {
        return model.card();
    }

    @Override
    public boolean armed(KeyCode key, Object shownThen) {
        boolean wanted = acts(shownThen) && (findsItem(key) || item(key).isPresent());
        if (wanted) {
            model.arm(item(key));
        }
        return wanted;
    }

    @Override
    public void disarmed() {
        model.arm(Optional.empty());
    }

    @Override
    public boolean pressed(KeyCode key, Object shownThen) {
        model.arm(Optional.empty());
        if (!acts(shownThen)) {
            return false;
        }
        Card card = model.card();
        if (card.waiting()) {
            return note(key, card);
        }
        if (card.group().isPresent() && key == KeyCode.ENTER) {
            return checkInPicked(card);
        }
        return card.lookedUp() && key == KeyCode.ENTER ? checkIn(card) : digit(key, card);
    }

    private boolean acts(Object shownThen) {
        return here.getAsBoolean() && shownThen == model.card() && model.state().takesKeys();
    }

    private boolean note(KeyCode key, Card card) {
        switch (key) {
            case ENTER, SPACE -> model.acknowledgeByKey(card);
            case ESCAPE -> model.sendAway(card);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean checkInPicked(Card card) {
        boolean any = !model.groupModel().picked().isEmpty();
        if (any) {
            model.checkInPicked(card);
        }
        return any;
    }

    private boolean checkIn(Card card) {
        if (model.checksIn()) {
            model.checkIn(card);
        }
        return model.checksIn();
    }

    private boolean digit(KeyCode key, Card card) {
        if (findsItem(key)) {
            model.findItem();
            return true;
        }
        Optional<Item> item = item(key);
        item.ifPresent(each -> model.handOut(card, each));
        return item.isPresent();
    }

    private boolean findsItem(KeyCode key) {
        return (key == KeyCode.DIGIT0 || key == KeyCode.NUMPAD0) && model.card().items().size() > DIGITS.length();
    }

    private Optional<Item> item(KeyCode key) {
        int number = key.isDigitKey() || key.isKeypadKey() ? DIGITS.indexOf(lastCharacter(key)) : -1;
        return number >= 0 && number < model.card().items().size() ? Optional.of(model.card().items().get(number))
                : Optional.empty();
    }

    private static char lastCharacter(KeyCode key) {
        String name = key.name();
        return name.charAt(name.length() - 1);
    }
}
