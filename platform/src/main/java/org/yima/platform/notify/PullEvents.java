package org.yima.platform.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yima.platform.notify.PulledEvents.Numbered;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;

/**
 * ST041 事件拉取. The events of the calling institution after a number, in order and without gaps, each
 * with the answer of ST009; waits for the next one if there is none. Original interface.
 *
 * <p>Asking after a number says that all up to it are held. Events are never taken away, so whoever
 * lost his place asks after 0.
 */
@Component
final class PullEvents
    implements Transaction<PullEvents.Request, Answer<Numbered>, List<PullEvents.Told>> {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  /** Answers may be long; what exceeds this comes with the next call. */
  private static final int MOST_CHARACTERS = 1 << 20;

  /** More who wait than this are answered at once: they ask again, and nothing is lost. */
  private static final int MOST_WAITING = 500;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final PulledEvents events;
  private final StatusAnswers answers;
  private final Duration wait;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  /** Ended only with the server; waiting on it is waiting for time to pass. */
  private final CountDownLatch never = new CountDownLatch(1);

  PullEvents(
      PulledEvents events,
      StatusAnswers answers,
      @Value("${yima.events.pull-wait:25s}") Duration wait) {
    this.events = events;
    this.answers = answers;
    this.wait = wait;
  }

  record Request(long after, int most) {}

  /** An event and how its order stands. */
  record Told(Numbered event, SortedMap<String, String> answer) {}

  @Override
  public String code() {
    return "ST041";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public Request read(Element transdata, Call call) {
    String after = transdata.textOf("aftereventseq");
    String max = transdata.textOf("max");
    int most = max.isEmpty() ? USUAL : Integer.parseInt(max);
    return new Request(after.isEmpty() ? 0 : Long.parseLong(after), Math.clamp(most, 1, MOST));
  }

  /** Waits here, where no connection is held. */
  @Override
  public Outcome<Request> prepare(Request request, Call call) {
    if (waiting.tryAcquire()) {
      try {
        await(request, call);
      } finally {
        waiting.release();
      }
    }
    return Outcome.done(request);
  }

  private void await(Request request, Call call) {
    long end = System.nanoTime() + wait.toNanos();
    try {
      while (!events.isAnyAfter(call, request.after()) && System.nanoTime() < end) {
        long left = Math.min(LOOK_AGAIN.toNanos(), end - System.nanoTime());
        if (never.await(left, TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Answer<Numbered> ask(Request request, Call call, Batch reads) {
    return events.after(reads, call, request.after(), request.most());
  }

  @Override
  public Outcome<List<Told>> decide(
      Request request, Call call, Answer<Numbered> facts, Batch writes) {
    List<Told> told = new ArrayList<>();
    int length = 0;
    for (Numbered each : facts.rows()) {
      var event = new Told(each, answers.of(call, each.orderNo()));
      length += event.answer().values().stream().mapToInt(String::length).sum();
      if (!told.isEmpty() && length > MOST_CHARACTERS) {
        break;
      }
      told.add(event);
    }
    return Outcome.done(told);
  }

  @Override
  public void write(List<Told> told, Reply reply) {
    if (!told.isEmpty()) {
      reply.put(Element.of("rows", told.stream().map(PullEvents::row).toList()));
    }
  }

  private static Element row(Told told) {
    List<Element> answer = new ArrayList<>();
    told.answer().forEach((name, value) -> answer.add(element(name, value)));
    return Element.of(
        "row",
        List.of(
            Element.text("eventid", told.event().id()),
            Element.text("eventseq", String.valueOf(told.event().seq())),
            Element.text("eventtype", told.event().event()),
            Element.of("answer", answer)));
  }

  private static Element element(String name, String value) {
    if (!name.equals("aptorderackdata")) {
      return Element.text(name, wide(value));
    }
    try {
      return wide(ElementReader.read(value));
    } catch (MalformedMessage e) {
      throw new IllegalStateException("what was written here cannot be read", e);
    }
  }

  private static Element wide(Element element) {
    return element.children().isEmpty()
        ? Element.text(element.name(), wide(element.text()))
        : Element.of(element.name(), element.children().stream().map(PullEvents::wide).toList());
  }

  /** An ampersand would cut the reply, so nothing in it may need one to be escaped with. */
  private static String wide(String text) {
    return text.replace('&', '＆').replace('<', '＜').replace('>', '＞').replace('\r', ' ');
  }
}
