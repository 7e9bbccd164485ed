package org.yima.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.yima.platform.outbox.Events;
import org.yima.platform.outbox.Events.Range;
import org.yima.platform.transaction.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yima events}: what institutions were told of their orders, and telling it once more. */
@Command(
    name = "events",
    description = {
      "订单事件：查看推送与拉取的情况，重新推送已搁置的事件，清理旧事件。",
      "Events of orders: where they stand, sending those once more that were given up, cleaning up.",
      "yima events --config FILE standing | list HOSPCODE | replay HOSPCODE | clean --before DAY"
    })
final class EventsCommand extends OfficeCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Call.ZONE);

  @Command(name = "standing", description = "各机构的事件数，按状态 (how many, by institution and state)")
  int standing() {
    return with(events -> {
      events
          .standing()
          .forEach(each ->
              System.out.printf(
                  "%-12s %-9s %6d 条，最早 %s，最后序号 %d%n",
                  each.hospcode(),
                  each.state(),
                  each.count(),
                  TIME.format(each.oldest()),
                  each.lastSequence()));
      return 0;
    });
  }

  @Command(name = "list", description = "一个机构的事件，新的在前 (events of an institution)")
  int list(
      @Parameters(paramLabel = "HOSPCODE", description = "定点医药机构代码") String hospcode,
      @Option(names = "--from", defaultValue = "0", description = "起始序号") long first,
      @Option(names = "--to", defaultValue = "9223372036854775807", description = "终止序号") long last,
      @Option(names = "--most", defaultValue = "50", description = "最多条数") int most) {
    return with(events -> {
      events
          .of(new Range(hospcode, first, last), Math.max(1, Math.min(most, 10_000)))
          .forEach(each ->
              System.out.printf(
                  "%6d %s %-9s %-24s %-9s 尝试 %d 次%s %s%n",
                  each.sequence(),
                  TIME.format(each.happened()),
                  each.event(),
                  each.order(),
                  each.state(),
                  each.attempts(),
                  due(each.due()),
                  each.outcome()));
      return 0;
    });
  }

  private static String due(@Nullable Instant at) {
    return at == null ? "" : "，下次 " + TIME.format(at);
  }

  @Command(name = "replay", description = "重新推送已搁置的事件，限 30 天内 (sends again what was given up)")
  int replay(
      @Parameters(paramLabel = "HOSPCODE", description = "定点医药机构代码") String hospcode,
      @Option(names = "--from", defaultValue = "0", description = "起始序号") long first,
      @Option(names = "--to", defaultValue = "9223372036854775807", description = "终止序号") long last,
      @Option(names = "--delivered", description = "已送达的也重发 (also what was accepted)")
          boolean delivered) {
    return with(events -> {
      int count = events.replay(new Range(hospcode, first, last), delivered);
      System.out.println(count + " 条将重新推送 (are sent again)");
      return 0;
    });
  }

  @Command(name = "clean", description = "删除某日以前已送达或已供拉取的事件，至少保留 90 天 (deletes old events)")
  int clean(
      @Option(names = "--before", required = true, description = "日期 yyyy-MM-dd")
          LocalDate before) {
    return with(events -> {
      long count = events.clean(before.atStartOfDay(Call.ZONE).toInstant());
      System.out.println("已删除 " + count + " 条 (deleted)");
      return 0;
    });
  }

  private int with(ToIntFunction<Events> work) {
    return office(office -> work.applyAsInt(office.getBean(Events.class)));
  }
}
