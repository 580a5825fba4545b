package org.lanyard.desk.person;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.lanyard.badge.job.PrintState;
import org.lanyard.desk.Words;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.PersonAccess;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Sentence;

final class PersonForms {

    private final PersonModel model;
    private final Words words;
    private final FormPlace place;

    interface FormPlace {

        void open(FormView form);

        void close();

        void said(String sentence);
    }

    PersonForms(PersonModel model, Words words, FormPlace place) {
        this.model = model;
        this.words = words;
        this.place = place;
    }

    /**
     * Opens the form; once its work is done it goes, and it is said what was done.
     *
     * @param work made of the reason and the fields, on the FX thread, and then done in the background; it may say that a
     *             field is wrong by {@link NotPossible}
     */
    void submit(FormView form, String label, Function<String, Consumer<Post>> work, String done) {
        form.submit(label, (reason, failed) -> {
            try {
                model.change(work.apply(reason), () -> {
                    place.close();
                    place.said(done);
                }, failed);
            } catch (NotPossible wrong) {
                failed.accept(words.say(wrong.sentence()));
            }
        }, place::close);
        place.open(form);
    }

    void letThrough(PersonPage page) {
        FormView form = new FormView(words, words.say("person.let-through"));
        page.stopped().ifPresent(stop -> form.hint(words.verdicts().headline(stop)));
        form.reason(page.reasons());
        form.submit(words.say("person.let-through"), (reason, failed) -> {
            if (reason.isEmpty()) {
                failed.accept(words.say(Sentence.of("person.reason")));
            } else {
                place.close();
                model.letThrough(page, reason);
            }
        }, place::close);
        place.open(form);
    }

    void admit(PersonPage page) {
        FormView form = new FormView(words, words.say("person.admit"));
        List<Catalogue.Entry> doors = page.catalogue().stream()
                .sorted(Comparator.comparing(entry -> !page.person().holds(entry.product()))).toList();
        ComboBox<Catalogue.Entry> door = form.choice("door", words.say("person.door"), doors,
                entry -> entry.product().name());
        form.submit(words.say("person.admit.do"), (_, _) -> {
            if (door.getValue() != null) {
                place.close();
                model.admit(page, door.getValue().product());
            }
        }, place::close);
        place.open(form);
    }

    void link(PersonPage page) {
        FormView form = new FormView(words, words.say("person.link"));
        form.hint(words.say("person.link.hint"));
        TextField code = form.text("newCode", words.say("person.code.new"), "");
        scanned(form, code, page, _ -> text -> by -> model.services().access().link(by, page.person().id(), text));
    }

    void replace(PersonPage page) {
        FormView form = new FormView(words, words.say("person.replace"));
        form.hint(words.say("person.link.hint"));
        ComboBox<PersonAccess.Code> lost = form.choice("lost", words.say("person.lost"),
                page.dossier().codes().stream().filter(code -> !code.blocked()).toList(), PersonAccess.Code::code);
        TextField code = form.text("newCode", words.say("person.code.new"), "");
        form.reason(page.reasons());
        scanned(form, code, page, reason -> text -> {
            String old = Optional.ofNullable(lost.getValue()).map(PersonAccess.Code::code).orElse("");
            return by -> model.services().access().replace(by, page.person().id(), old, text, reason);
        });
    }

    // Opens the form; the next scan becomes the text of its field, and is the code at once (R35).
    private void scanned(FormView form, TextField field, PersonPage page,
            Function<String, Function<String, Consumer<Post>>> work) {
        BiConsumer<String, Consumer<String>> submit = (reason, failed) -> {
            String code = field.getText().strip();
            model.change(work.apply(reason).apply(code), () -> {
                place.close();
                place.said(words.say("person.linked", code, page.person().attendee().shownName()));
            }, failed);
        };
        form.submit(words.say("person.link.do"), submit, place::close);
        place.open(form);
        field.requestFocus();
        model.listen(scanned -> {
            field.setText(Reading.of(scanned).code());
            submit.accept(form.reasonGiven(), why -> form.fail(words.say("person.not-linked") + " " + why));
        });
    }

    // A second badge needs a reason; one that waits for a printer is printed instead of it.
    void printBadge(PersonPage page) {
        FormView form = new FormView(words, words.say("person.print-badge"));
        page.badge().ifPresent(job -> {
            form.hint(words.say(job.state() == PrintState.SENT ? "person.badge-sent" : "person.badge-before",
                    words.time(job.changedAt(), page.post().conference()), job.printer()));
            form.reason(page.reasons());
        });
        submit(form, words.say("person.print-badge"), reason -> by -> {
            if (page.badge().isEmpty()) {
                model.services().jobs().print(by, page.person(), Optional.empty());
            } else {
                model.services().jobs().printAgain(by, page.person(), Optional.empty(), reason);
            }
        }, words.say("person.badge-queued"));
    }

    void block(PersonPage page) {
        choose(page, false, words.say("person.block"));
    }

    void unblock(PersonPage page) {
        choose(page, true, words.say("person.unblock"));
    }

    // The person, or one of their codes; an empty code is the person.
    private void choose(PersonPage page, boolean blocked, String label) {
        FormView form = new FormView(words, label);
        Stream<String> codes = page.dossier().codes().stream().filter(code -> code.blocked() == blocked)
                .map(PersonAccess.Code::code);
        List<String> offered = Stream.concat(Stream.of("").filter(_ -> page.person().blocked() == blocked), codes).toList();
        ComboBox<String> what = form.choice("blocked", words.say("person.block.what"), offered,
                code -> code.isEmpty() ? words.say("person.block.person") : words.say("person.block.code", code));
        form.reason(page.reasons());
        submit(form, label, reason -> {
            String code = Optional.ofNullable(what.getValue()).orElse("");
            return by -> setBlocked(page, by, code, !blocked, reason);
        }, words.say("person.saved"));
    }

    private void setBlocked(PersonPage page, Post by, String code, boolean blocked, String reason) {
        PersonAccess access = model.services().access();
        if (code.isEmpty() && blocked) {
            access.block(by, page.person().id(), reason);
        } else if (code.isEmpty()) {
            access.unblock(by, page.person().id(), reason);
        } else if (blocked) {
            access.blockCode(by, code, reason);
        } else {
            access.unblockCode(by, code, reason);
        }
    }
}
