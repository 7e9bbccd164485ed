package org.yima.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.platform.Desk;
import org.yima.platform.credential.Scan;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.sandbox.World.Place;

/**
 * The transaction alone: the server's own ST007 on its two round trips, entered behind HTTP,
 * cryptography and forms.
 */
final class Handler implements Load.Client {
  private final Desk desk;
  private final Transaction<?, ?, ?> pay;
  private final InstantSource clock;
  private final Place place;
  private final List<Element> requests;

  /**
   * @param request a checked request; its order and scan are replaced for each call
   */
  Handler(Stage stage, InstantSource clock, Place place, Element request, List<Scan> scans) {
    this.desk = stage.part(Desk.class);
    this.pay =
        stage.parts(Transaction.class).values().stream()
            .map(each -> (Transaction<?, ?, ?>) each)
            .filter(each -> each.code().equals("ST007"))
            .findFirst()
            .orElseThrow();
    this.clock = clock;
    this.place = place;
    this.requests = scans.stream().map(scan -> request(request, scan)).toList();
  }

  private static Element request(Element like, Scan scan) {
    Map<String, String> changed =
        Map.of(
            "orderid", "BENCH-H-" + scan.token(),
            "ecqrcode", scan.code(),
            "ectoken", scan.token(),
            "idno", scan.id().value(),
            "username", scan.name().value(),
            "pidno", scan.id().value(),
            "pname", scan.name().value());
    return Element.of(
        like.name(),
        like.children().stream()
            .map(child -> {
              String text = changed.get(child.name());
              return text == null ? child : Element.text(child.name(), text);
            })
            .toList());
  }

  @Override
  public @Nullable String call(int number) {
    var call = new Call(place.institution(), place.system(), clock.instant());
    Outcome<?> outcome = desk.perform(pay, Desk.Job.of(call, pay.code(), requests.get(number)));
    return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().sentence() : null;
  }
}
