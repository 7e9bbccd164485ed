package org.yima.platform;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.Asked;
import org.yima.platform.audit.Trail;
import org.yima.platform.institution.FailedOpenings;
import org.yima.platform.institution.Registry;
import org.yima.platform.institution.RegistrySnapshot.Registration;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.FieldFault;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Received;
import org.yima.securitypkg.Reception;

/**
 * The one way in: bytes of a request to bytes of its answer. Open, check, dispatch, seal. Whatever
 * arrives, there is an answer; what a caller may learn from it is decided here.
 */
@Component
public final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  /** Most characters of {@code respmsg} and {@code aprtmsg}. */
  private static final int MESSAGE = 200;

  private static final String VERSION = "1.0";

  private final Reception reception;
  private final Registry registry;
  private final Transactions transactions;
  private final Desk desk;
  private final Trail trail;
  private final Limits limits;
  private final FailedOpenings failures;
  private final InstantSource clock;

  Exchange(
      Entrance entrance,
      Registry registry,
      Transactions transactions,
      Desk desk,
      InstantSource clock) {
    this.reception = entrance.reception();
    this.registry = registry;
    this.transactions = transactions;
    this.desk = desk;
    this.limits = entrance.limits();
    this.failures = entrance.failures();
    this.trail = entrance.trail();
    this.clock = clock;
  }

  /**
   * Answers one request; never fails, and never says more than its caller may know.
   *
   * @param address where it came from
   */
  public byte[] answer(byte[] body, String address) {
    Form outer;
    try {
      outer = FormReader.readBody(body);
    } catch (MalformedMessage e) {
      LOG.info("refused: {}", e.fault());
      failures.countMalformed(address);
      return plainRefusal(CallFault.MALFORMED, null, address);
    }
    try {
      return answer(reception.open(outer), Trail.digest(body));
    } catch (CannotOpen e) {
      failures.count(e, address);
      return cannotOpen(e, outer.get("suite"), address);
    }
  }

  private byte[] cannotOpen(CannotOpen e, @Nullable String suite, String address) {
    LOG.info("refused: {}", e.fault());
    CallFault fault = CallFault.of(e.respcode());
    org.yima.securitypkg.@Nullable Reply proven = e.reply();
    return proven == null ? plainRefusal(fault, suite, address) : proven.write(elements(fault, ""));
  }

  private byte[] plainRefusal(CallFault fault, @Nullable String suite, String address) {
    CallFault told = limits.allowsUnopened(address) ? fault : CallFault.TOO_OFTEN;
    return reception.plainRefusal(told.code(), told.sentence(), suite);
  }

  private byte[] answer(Received received, String message) {
    SortedMap<String, String> elements;
    try {
      elements = limits.allowsCall(received.caller()) ? heard(received, message) : flood(received);
    } catch (RuntimeException e) {
      LOG.error("{} broke", received, e);
      elements = refused(Refusal.of(Reason.BROKEN), List.of());
      elements.put("respcode", "-1");
    }
    return received.reply().write(elements);
  }

  /** Whoever floods must not be able to fill the trail: these are counted. */
  private SortedMap<String, String> flood(Received received) {
    LOG.info("{} refused: {}", received, CallFault.TOO_OFTEN);
    failures.countFlood(received.caller());
    return elements(CallFault.TOO_OFTEN, "");
  }

  /** Whatever becomes of it is in the audit trail when this returns. */
  private SortedMap<String, String> heard(Received received, String message) {
    Registration caller = registry.registration(received.caller());
    var call = new Call(caller.institution(), caller.system(), clock.instant());
    String code = received.value("transtype");
    try {
      Transaction<?, ?, ?> transaction = transaction(received, code);
      Element data = transdata(received);
      return perform(received, transaction, data, Asked.of(call, code, data, message));
    } catch (BadCall e) {
      LOG.info("{} refused: {} {}", received, e.fault(), e.detail());
      trail.enter(new Asked(call, code, "", "", message), "R" + e.fault().code());
      return elements(e.fault(), e.detail());
    }
  }

  private Transaction<?, ?, ?> transaction(Received received, String code) throws BadCall {
    if (!received.value("version").equals(VERSION)) {
      throw new BadCall(CallFault.UNKNOWN_TRANSACTION, "version 应为 " + VERSION);
    }
    return transactions
        .find(code)
        .orElseThrow(() -> new BadCall(CallFault.UNKNOWN_TRANSACTION, "transtype"));
  }

  private <Q, F, A> SortedMap<String, String> perform(
      Received received, Transaction<Q, F, A> transaction, Element sent, Asked asked) {
    Table table = Objects.requireNonNull(Spec.get().transaction(transaction.code())).request();
    List<FieldFault> faults = FieldCheck.check(table, sent);
    if (!faults.isEmpty()) {
      LOG.info("{} refused: {}", received, faults);
      trail.enter(asked, Reason.FIELDS_WRONG.number());
      return fieldsWrong(faults);
    }
    Element data = table.canonical(sent);
    if (!isOwn(received, data, asked.call())) {
      trail.enter(asked, Reason.HOSPCODE_NOT_CALLERS.number());
      return refused(Refusal.of(Reason.HOSPCODE_NOT_CALLERS), List.of());
    }
    Outcome<A> outcome = desk.perform(transaction, new Desk.Job(data, asked));
    return switch (outcome) {
      case Outcome.Done<A> done -> done(transaction, done.answer());
      case Outcome.Refused<A> no -> {
        LOG.info("{} refused: {}", received, no.refusal().reason());
        yield refused(no.refusal(), no.refusal().all());
      }
      case Outcome.Amended<A> amended -> {
        LOG.info("{} refused: {}", received, amended.refusal().reason());
        SortedMap<String, String> elements = refused(amended.refusal(), List.of());
        elements.putAll(amended.now());
        yield elements;
      }
    };
  }

  private static Element transdata(Received received) throws BadCall {
    try {
      Element data = ElementReader.read(received.value("transdata"));
      if (!data.name().equals("transdata")) {
        throw new BadCall(CallFault.MALFORMED, "transdata 的根元素应为 <transdata>");
      }
      return data;
    } catch (MalformedMessage e) {
      throw new BadCall(CallFault.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Wherever a hospcode is sent, it is the signer's own. */
  private static boolean isOwn(Received received, Element data, Call call) {
    String own = call.institution().code();
    Element order = data.child("orderdata");
    List<String> sent =
        List.of(
            received.value("hospcode"),
            data.textOf("hospcode"),
            order == null ? "" : order.textOf("hospcode"));
    return sent.stream().allMatch(code -> code.isEmpty() || code.equals(own));
  }

  private static <A> SortedMap<String, String> done(Transaction<?, ?, A> transaction, A answer) {
    var reply = new Reply();
    transaction.write(answer, reply);
    SortedMap<String, String> elements = reply.elements();
    elements.put("respcode", "00");
    elements.put("respmsg", "调用成功");
    elements.put("aprcode", "00");
    elements.putIfAbsent("aprtmsg", "执行成功");
    return elements;
  }

  static SortedMap<String, String> fieldsWrong(List<FieldFault> faults) {
    List<String> sentences = faults.stream().map(FieldFault::message).toList();
    return refused(Refusal.of(Reason.FIELDS_WRONG, faults.getFirst().message()), sentences);
  }

  /** A list that does not fit into {@code aprtmsg} goes, whole, into {@code aprdetail}. */
  static SortedMap<String, String> refused(Refusal refusal, List<String> list) {
    SortedMap<String, String> elements = new TreeMap<>();
    elements.put("respcode", "00");
    elements.put("respmsg", "调用成功");
    elements.put("aprcode", refusal.reason().code());
    String whole = refusal.sentence();
    String message = shortened(whole);
    elements.put("aprtmsg", message);
    if (list.size() > 1 || !message.equals(whole)) {
      elements.put("aprdetail", list.isEmpty() ? whole : String.join("；", list));
    }
    return elements;
  }

  static SortedMap<String, String> elements(CallFault fault, String detail) {
    SortedMap<String, String> elements = new TreeMap<>();
    elements.put("respcode", fault.code());
    String sentence = detail.isEmpty() ? fault.sentence() : fault.sentence() + "：" + detail;
    elements.put("respmsg", shortened(sentence));
    return elements;
  }

  private static String shortened(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= MESSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MESSAGE - 1)) + "…";
  }
}
