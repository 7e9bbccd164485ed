package org.yima.sandbox;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yima.platform.catalogue.Catalogues;
import org.yima.platform.institution.Registering;
import org.yima.platform.institution.Registry;
import org.yima.platform.person.Enrolments;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.sandbox.World.Inhabitant;
import org.yima.sandbox.World.Place;

/** Enters the invented world into an empty database, all of it in one transaction. */
@Component
final class Settlers {
  private final Database database;
  private final Registering registering;
  private final Registry registry;
  private final Catalogues catalogues;
  private final Enrolments enrolments;

  Settlers(
      Database database,
      Registering registering,
      Registry registry,
      Catalogues catalogues,
      Enrolments enrolments) {
    this.database = database;
    this.registering = registering;
    this.registry = registry;
    this.catalogues = catalogues;
    this.enrolments = enrolments;
  }

  void enter(KeyFolder keys) {
    database.transaction(session -> {
      var found = new Batch();
      var districts = found.ask("select count(*) from district", row -> row.getLong(1));
      session.run(found);
      if (districts.rows().getFirst() == 0) {
        var batch = new Batch();
        World.districts().forEach(district -> registering.enter(batch, district));
        World.places().forEach(place -> enter(batch, place, keys));
        World.placesOfTreatment().forEach(district -> enterCatalogues(batch, district));
        World.people().forEach(each -> enter(batch, each));
        registering.moved(batch);
        session.runAndCommit(batch);
      }
      return districts.rows();
    });
    registry.refresh();
    catalogues.forget();
  }

  /** One more inhabitant. */
  void enter(Inhabitant newcomer) {
    database.transaction(session -> {
      var batch = new Batch();
      enter(batch, newcomer);
      session.runAndCommit(batch);
      return newcomer;
    });
  }

  private void enterCatalogues(Batch batch, String district) {
    catalogues.begin(batch, district);
    World.items().forEach(each -> catalogues.enter(batch, district, each.item(), each.ceiling()));
    World.diseases().forEach(each -> catalogues.enter(batch, district, each));
  }

  private void enter(Batch batch, Place place, KeyFolder keys) {
    registering.enter(batch, place.institution());
    registering.enter(batch, place.institution(), place.system(), place.suites(), place.plain());
    keys.certificates(place).forEach(certificate -> registering.enter(batch, certificate));
  }

  private void enter(Batch batch, Inhabitant inhabitant) {
    enrolments.enter(batch, inhabitant.person());
    LocalDate from = World.BEGINNING;
    inhabitant
        .approvals()
        .forEach(
            (type, disease) -> enrolments.approve(batch, inhabitant.person(), type, disease, from));
  }
}
