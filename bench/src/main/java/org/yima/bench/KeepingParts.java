package org.yima.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.yima.bench.Part.Side;
import org.yima.platform.audit.Asked;
import org.yima.platform.audit.Trail;
import org.yima.platform.outbox.EventType;
import org.yima.platform.outbox.OrderEvents;
import org.yima.platform.outbox.OrderEvents.Happened;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.protocol.Element;
import org.yima.sandbox.World.Place;

/**
 * What a payment costs beyond being paid: columns that are encrypted, its event and its entry in
 * the audit trail. All of it is in the transaction, so it is shown apart and not counted again. An
 * event and an entry are processor time of server and database together, with what is done
 * afterwards for them (numbering, sealing): the same commit with and without them, in turn.
 */
final class KeepingParts {
  private static final int ROUNDS = 4;
  private static final int COMMITS = 250;
  private static final String BARE = "update event_sequence set last = last where district = '-'";
  private static final String SIZES =
      """
      select octet_length(content_enc), octet_length(balance_code_enc), octet_length(result_enc)
        from payment_order join settlement using (district, hospcode, order_no)
       where order_no = ? limit 1
      """;

  private final Stage stage;
  private final Place place;
  private final Clock clock;

  KeepingParts(Stage stage, Place place, Clock clock) {
    this.stage = stage;
    this.place = place;
    this.clock = clock;
  }

  void measure(Parts parts, String order) {
    encryption(parts, order);
    var call = new Call(place.institution(), place.system(), clock.instant());
    var events = stage.part(OrderEvents.class);
    var trail = stage.part(Trail.class);
    var asked = Asked.of(call, "ST007", Element.text("transdata", ""), Trail.digest(new byte[0]));
    var event =
        new Happened(call.district(), place.institution().code(), order, EventType.PAID, call.at());
    long bare = 0;
    long told = 0;
    long entered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      bare += commits(writes -> {});
      told += commits(writes -> events.enter(writes, event));
      entered += commits(writes -> trail.enter(writes, asked, "00"));
    }
    add(parts, "通知出箱 outbox", (told - bare) / ROUNDS);
    add(parts, "审计留痕 audit", (entered - bare) / ROUNDS);
  }

  private static void add(Parts parts, String name, long nanos) {
    parts.add(new Part(name, Side.SERVER, Kind.DATABASE, Math.max(0, nanos), 0));
  }

  /** Processor time of one of many commits, until nothing waits to be done for it. */
  private long commits(Consumer<Batch> work) {
    Cpu.Used before = stage.cpu().now();
    for (int i = 0; i < COMMITS; i++) {
      stage
          .part(Database.class)
          .transaction(session -> {
            var writes = new Batch();
            writes.tell(BARE);
            work.accept(writes);
            session.runAndCommit(writes);
            return true;
          });
    }
    settle();
    return stage.cpu().now().since(before).each(COMMITS).processors();
  }

  private void settle() {
    try {
      Thread.sleep(1_500); // chores begin once a second
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The columns of one payment, at their sizes, and the holder's as they are read. */
  private void encryption(Parts parts, String order) {
    var batch = new Batch();
    var sizes =
        batch.ask(SIZES, row -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)), order);
    stage.part(Database.class).query(batch);
    Vault vault = stage.part(Vault.class);
    List<byte[]> columns = sizes.rows().getFirst().stream().map(byte[]::new).toList();
    byte[] name = vault.sealBytes("bench", "990000198503070011".getBytes(StandardCharsets.UTF_8));
    parts
        .of(Side.SERVER, Kind.TRANSACTION)
        .add(
            "列加密 encrypt columns",
            0,
            () -> columns.stream().map(c -> vault.sealBytes("bench", c)).toList())
        .add(
            "读人员 decrypt a person",
            0,
            () -> List.of(open(vault, name), open(vault, name), open(vault, name)))
        .add(
            "查找摘要 digests to look up",
            0,
            () ->
                List.of(
                    vault.digests("bench", "code"),
                    vault.digests("bench", "token"),
                    vault.digests("bench", "person")));
  }

  private static byte[] open(Vault vault, byte[] sealed) {
    return vault.openBytes("bench", sealed);
  }
}
