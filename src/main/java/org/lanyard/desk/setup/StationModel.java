package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import org.lanyard.Station;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.venue.Door;

/** Where this station stands and what it does; which products are doors. On the FX thread. */
final class StationModel {

    private final Workplace workplace;
    private final Station station;

    StationModel(Workplace workplace) {
        this.workplace = workplace;
        this.station = workplace.station();
    }

    /** What a station can do, and with which product; null where it needs none. */
    record Task(Kind kind, Product product) {

        enum Kind { CHECK_IN, CHOOSE, DOOR, REDEEM }
    }

    Post post() {
        return workplace.post();
    }

    javafx.beans.property.ReadOnlyObjectProperty<Post> postProperty() {
        return workplace.postProperty();
    }

    List<String> stations() {
        return station.venue().stations();
    }

    List<Conference> conferences() {
        return station.roster().conferences();
    }

    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>(List.of(new Task(Task.Kind.CHECK_IN, null), new Task(Task.Kind.CHOOSE, null)));
        products().forEach(product -> tasks.add(new Task(Task.Kind.DOOR, product)));
        products().stream().filter(product -> product.kind() == Product.Kind.ADDON)
                .forEach(addon -> tasks.add(new Task(Task.Kind.REDEEM, addon)));
        return tasks;
    }

    List<Product> products() {
        return station.roster().products(workplace.conference());
    }

    void standAt(String name) {
        workplace.demand(Role.LEAD);
        workplace.standAt(name);
    }

    void conference(Conference chosen) {
        workplace.demand(Role.LEAD);
        workplace.at(chosen);
    }

    void doing(Task task) {
        workplace.demand(Role.LEAD);
        workplace.doing(switch (task.kind()) {
            case CHECK_IN -> new Mode.CheckIn();
            case CHOOSE -> new Mode.Choose();
            case DOOR -> new Mode.Door(task.product());
            case REDEEM -> new Mode.Redeem(task.product());
        });
    }

    List<Door> doors() {
        return station.venue().doors(workplace.conference());
    }

    /** @param people empty for no limit */
    void capacity(Product door, String people) {
        workplace.demand(Role.LEAD);
        if (!people.isBlank() && !people.strip().matches("[0-9]{1,9}")) {
            throw new NotPossible("number.people", people);
        }
        station.venue().setCapacity(door, people.isBlank() ? null : Integer.valueOf(people.strip()));
    }

    Conference.RedeemPer redeemPer() {
        return workplace.conference().redeemPer();
    }

    void redeemPer(Conference.RedeemPer per) {
        workplace.demand(Role.ADMINISTRATOR);
        workplace.at(station.roster().set(workplace.conference(), null, null, per));
    }
}
