package org.lanyard.desk.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.lanyard.desk.NewCode;
import org.lanyard.desk.Payment;
import org.lanyard.desk.Words;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Person;
import org.lanyard.scan.Detail;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;

/** The forms with which a lead puts something right (R31, R37), each with a reason. */
final class CorrectionForms {

    private final PersonModel model;
    private final Words words;
    private final PersonForms forms;

    CorrectionForms(PersonModel model, Words words, PersonForms forms) {
        this.model = model;
        this.words = words;
        this.forms = forms;
    }

    private void submit(PersonPage page, FormView form, Function<String, Consumer<Post>> work) {
        form.reason(page.reasons());
        forms.submit(form, words.say("person.save"), work, words.say("person.saved"));
    }

    private Consumer<Post> correct(PersonPage page, List<Correction> corrections, String reason) {
        if (corrections.isEmpty()) {
            throw new NotPossible("person.nothing");
        }
        return by -> model.services().corrections().correct(by, page.person().id(), corrections, reason);
    }

    void details(PersonPage page) {
        FormView form = new FormView(words, words.say("person.correct"));
        PersonDetails known = page.person().details();
        Map<Detail, TextField> fields = Map.of(Detail.NAME, form.text("name", words.say("people.name"), known.name()),
                Detail.EMAIL, form.text("email", words.say("people.email"), known.email()),
                Detail.COMPANY, form.text("company", words.say("people.company"), known.company()));
        submit(page, form, reason -> {
            List<Correction> changed = new ArrayList<>();
            fields.forEach((detail, field) -> {
                if (!field.getText().strip().equals(known.text(detail))) {
                    changed.add(new Correction.Text(detail, field.getText().strip()));
                }
            });
            return correct(page, changed, reason);
        });
        form.usually(words.say("person.correct.usual"));
    }

    // The roster's note, or one of its further fields; an empty name is the note.
    void field(PersonPage page) {
        FormView form = new FormView(words, words.say("person.field"));
        PersonDetails known = page.person().details();
        ComboBox<String> which = form.choice("field", words.say("person.field.which"),
                Stream.concat(known.shown().keySet().stream(), Stream.of("")).toList(),
                name -> name.isEmpty() ? words.say("record.note") : name);
        TextField value = form.text("value", words.say("person.field.value"), "");
        which.valueProperty().subscribe(name -> value.setText(name.isEmpty() ? known.note() : known.shown().get(name)));
        submit(page, form, reason -> {
            String name = which.getValue();
            String text = value.getText().strip();
            return correct(page, List.of(name.isEmpty() ? new Correction.Text(Detail.NOTE, text)
                    : new Correction.Shown(name, text)), reason);
        });
    }

    void note(PersonPage page) {
        FormView form = new FormView(words, words.say("people.note"));
        TextField note = form.text("note", words.say("people.note"), page.person().attention());
        submit(page, form, reason -> correct(page, List.of(new Correction.Attention(note.getText().strip())), reason));
    }

    void paid(PersonPage page) {
        FormView form = new FormView(words, words.say("person.paid"));
        TextField amount = form.text("amount", words.say("person.paid.amount", page.currency().getCurrencyCode()), "");
        ComboBox<Correction.Means> means = form.choice("means", words.say("person.paid.means"),
                List.of(Correction.Means.values()), each -> Payment.means(each, words));
        boolean open = !page.person().orders().isEmpty() && !page.person().active();
        CheckBox settles = form.tick("settles", words.say("person.paid.settles"), open);
        settles.setDisable(page.person().orders().isEmpty());
        submit(page, form, reason -> {
            List<Correction> corrections = new ArrayList<>();
            if (!amount.getText().isBlank()) {
                corrections
                        .add(new Correction.Paid(Payment.minorUnits(amount.getText(), page.currency()), means.getValue()));
            }
            if (settles.isSelected()) {
                corrections.add(new Correction.OrderStatus("paid"));
            }
            return correct(page, corrections, reason);
        });
        form.usually(words.say("person.paid.usual"));
    }

    void ticket(PersonPage page) {
        FormView form = new FormView(words, words.say("person.ticket"));
        ComboBox<Product> ticket = form.choice("ticket", words.say("people.ticket"),
                products(page, Product.Kind.TICKET_TYPE), Product::name);
        submit(page, form, reason -> correct(page, Stream.ofNullable(ticket.getValue())
                .<Correction>map(Correction.Ticket::new).toList(), reason));
    }

    private static List<Product> products(PersonPage page, Product.Kind kind) {
        return page.catalogue().stream().map(Catalogue.Entry::product).filter(product -> product.kind() == kind).toList();
    }

    void items(PersonPage page) {
        FormView form = new FormView(words, words.say("person.items"));
        ComboBox<Product> item = form.choice("item", words.say("person.items.item"), products(page, Product.Kind.ADDON),
                Product::name);
        TextField units = form.text("units", words.say("person.items.units"), "1");
        CheckBox takes = form.tick("takes", words.say("person.items.take"), false);
        units.disableProperty().bind(takes.selectedProperty());
        submit(page, form, reason -> {
            boolean away = takes.isSelected();
            int more = away ? 0 : units(units.getText());
            return correct(page, Stream.ofNullable(item.getValue()).<Correction>map(addon -> away
                    ? new Correction.NoMore(addon) : new Correction.More(addon, more)).toList(), reason);
        });
    }

    private static int units(String typed) {
        String number = typed.strip();
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw new NotPossible("person.units", number);
        }
        return Integer.parseInt(number);
    }

    // Somebody found by typing goes before a new person's name.
    void move(PersonPage page) {
        FormView form = new FormView(words, words.say("person.move"));
        List<Optional<Product>> held = Stream.concat(Stream.of(Optional.<Product>empty()),
                page.dossier().tickets().stream().map(ticket -> Optional.of(ticket.type()))).toList();
        ComboBox<Optional<Product>> ticket = form.choice("ticket", words.say("people.ticket"), held,
                type -> type.map(Product::name).orElseGet(() -> words.say("person.move.all")));
        CheckBox withItems = form.tick("withItems", words.say("person.move.items"), false);
        ListView<Person> to = form.person(words.say("person.move.to"), (text, found) -> model.find(page, text, found));
        TextField name = form.text("name", words.say("person.move.new"), "");
        submit(page, form, reason -> {
            Optional<Person> taker = Optional.ofNullable(to.getSelectionModel().getSelectedItem());
            Optional<String> newcomer = Optional.of(name.getText().strip()).filter(text -> !text.isEmpty());
            if (taker.isPresent() == newcomer.isPresent()) {
                throw new NotPossible("person.to-whom");
            }
            String code = taker.map(Person::accessCode).orElseGet(() -> NewCode.of(model.services().ids().get()));
            Optional<Product> moved = ticket.getValue();
            boolean all = withItems.isSelected();
            return by -> model.services().corrections().move(by, page.person().id(), code, moved, all, newcomer, reason);
        });
    }

    // The person shown goes on.
    void merge(PersonPage page) {
        FormView form = new FormView(words, words.say("person.merge"));
        form.hint(words.say("person.merge.hint", page.person().attendee().shownName()));
        ListView<Person> other = form.person(words.say("person.merge.other"),
                (text, found) -> model.find(page, text, found));
        submit(page, form, reason -> {
            Person ends = Optional.ofNullable(other.getSelectionModel().getSelectedItem()).orElseThrow(
                    () -> new NotPossible("person.to-whom"));
            return by -> model.services().corrections().merge(by, ends.id(), page.person().id(), reason);
        });
    }

    void undoCarry(PersonPage page) {
        FormView form = new FormView(words, words.say("person.undo-carry"));
        submit(page, form, reason -> by -> model.services().corrections().undoCarry(by, page.person().id(), reason));
    }
}
