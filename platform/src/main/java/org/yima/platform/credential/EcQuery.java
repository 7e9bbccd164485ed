package org.yima.platform.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.credential.Credentials.Code;
import org.yima.platform.credential.Credentials.Decoding;
import org.yima.platform.credential.Credentials.State;
import org.yima.platform.credential.NationalService.NoAnswer;
import org.yima.platform.credential.NationalService.Question;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.person.Whom;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Spec;

/**
 * ec.query 电子凭证解码. Turns the code that a scanner read into a token and the holder's identity.
 * Section 4.7. Decoding uses the code up.
 *
 * <p>Where the national service is configured it is asked, before the transaction begins; else the
 * built-in service decodes, in the transaction. The token is kept here either way, so ST020 and
 * ST007 check both kinds alike; one that was not decoded through this transaction is not known to
 * them.
 *
 * <p>Inside the envelope its names are lower-case like all keys of a reply. It has answer codes of
 * its own, those of the national library, so every answer is an answer here; only silence is
 * refused.
 */
@Component
public final class EcQuery implements Transaction<ScannedCode, EcQuery.Facts, EcQuery.Decoded> {
  /** How long a token holds; section 2.1 says more than one minute and less than five. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

  private final Credentials credentials;
  private final People people;
  private final RandomCodes codes;
  private final Optional<NationalService> national;

  /**
   * @param national asked for every code, if there is one
   */
  EcQuery(
      Credentials credentials,
      People people,
      RandomCodes codes,
      Optional<NationalService> national) {
    this.credentials = credentials;
    this.people = people;
    this.codes = codes;
    this.national = national;
  }

  record Facts(Answer<Code> code, Answer<Insured> holder, Answer<Boolean> everInsured) {}

  /**
   * The answer.
   *
   * @param code 0, or one of the codes of {@code spec/}
   */
  public record Decoded(int code, String message, Optional<Holder> holder) {}

  /** Who showed the code. */
  public record Holder(Insured person, String token) {

    /** What is told, by its names in JSON. The registry knows no 民族, no address, nothing more. */
    public Map<String, String> told() {
      Map<String, String> told = new LinkedHashMap<>();
      told.put("idNo", person.id().value());
      told.put("idType", person.id().type());
      told.put("userName", person.name().value());
      told.put("ecToken", token);
      told.put("insuOrg", person.district());
      told.put("ecIndexNo", person.number());
      told.put("gender", person.sex());
      told.put("birthday", person.birth().toString());
      told.put("nationality", "");
      told.put("email", "");
      told.put("extData", "");
      return told;
    }

    @Override
    public String toString() {
      return person.name().toString();
    }
  }

  @Override
  public String code() {
    return "ec.query";
  }

  @Override
  public ScannedCode read(Element transdata, Call call) {
    return new ScannedCode(Question.of(transdata), null);
  }

  /** Asks the national service in the signer's name only. */
  @Override
  public Outcome<ScannedCode> prepare(ScannedCode request, Call call) {
    if (national.isEmpty() || !request.isFrom(call)) {
      return Outcome.done(request);
    }
    try {
      return Outcome.done(new ScannedCode(request.asked(), national.get().decode(request.asked())));
    } catch (NoAnswer e) {
      return Outcome.refuse(Reason.CODE_SERVICE_SILENT);
    }
  }

  @Override
  public Facts ask(ScannedCode request, Call call, Batch reads) {
    Whom holder = holder(request, call.today());
    return new Facts(
        credentials.lockCode(reads, request.district(), request.code()),
        people.find(reads, holder),
        people.everInsured(reads, holder));
  }

  private Whom holder(ScannedCode request, LocalDate day) {
    return request
        .holder()
        .map(holder -> people.withDocument(holder.district(), holder.id(), day))
        .orElseGet(() -> credentials.holderOf(request.district(), request.code(), day));
  }

  @Override
  public Outcome<Decoded> decide(ScannedCode request, Call call, Facts facts, Batch writes) {
    if (!request.isFrom(call)) {
      return no(1002, "定点机构未登记或与签名机构不符 institution not registered");
    }
    return request.answer() == null
        ? builtIn(request, call, facts, writes)
        : foreign(request, request.answer(), call, facts, writes);
  }

  private Outcome<Decoded> builtIn(ScannedCode request, Call call, Facts facts, Batch writes) {
    Optional<Code> found = facts.code().found();
    if (found.isEmpty()) {
      return no(2001, "二维码格式不正确或不存在，请重新扫码 bad code");
    }
    Optional<Outcome<Decoded>> refusal = refusal(call, found.get());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Insured person = facts.holder().rows().getFirst();
    if (!facts.everInsured().rows().getFirst()) {
      return notEnrolled();
    }
    credentials.useCode(writes, call, request.district(), request.code());
    // The holder's district comes first, so that the token can be routed.
    String token = request.district() + codes.next();
    return decoded(
        new Decoding(request.district(), person, request.code(), token, until(call)), call, writes);
  }

  /** A foreign token does not say its holder's district: it is kept under the institution's. */
  private Outcome<Decoded> foreign(
      ScannedCode request, NationalService.Answer answer, Call call, Facts facts, Batch writes) {
    if (answer.holder().isEmpty()) {
      String code = String.valueOf(answer.code());
      var known = Objects.requireNonNull(Spec.get().codes("ecerror").find(code), code);
      return no(answer.code(), known.chineseName());
    }
    NationalService.Holder holder = answer.holder().get();
    Optional<Insured> person =
        facts
            .holder()
            .found()
            .filter(found -> found.name().sameAs(holder.name()))
            .filter(found -> facts.everInsured().rows().getFirst());
    return person
        .map(found ->
            new Decoding(call.district(), found, request.code(), holder.token(), until(call)))
        .map(decoding -> decoded(decoding, call, writes))
        .orElseGet(EcQuery::notEnrolled);
  }

  static Optional<Outcome<Decoded>> refusal(Call call, Code code) {
    if (code.used()) {
      return Optional.of(no(2003, "二维码已使用，请患者刷新 code used"));
    }
    if (!call.at().isBefore(code.expiresAt())) {
      return Optional.of(no(2002, "二维码已过期，请患者刷新 code expired"));
    }
    if (code.state() == State.INACTIVE) {
      return Optional.of(no(2004, "电子凭证未激活 not activated"));
    }
    return code.state() == State.ACTIVE
        ? Optional.empty()
        : Optional.of(no(2005, "电子凭证已暂停或注销 suspended or closed"));
  }

  private Outcome<Decoded> decoded(Decoding decoding, Call call, Batch writes) {
    credentials.insertToken(writes, call, decoding);
    return Outcome.done(
        new Decoded(0, "成功", Optional.of(new Holder(decoding.person(), decoding.token()))));
  }

  private static Instant until(Call call) {
    return call.at().plus(TOKEN_LIFE);
  }

  private static Outcome<Decoded> notEnrolled() {
    return no(2007, "未查到参保信息 no enrolment");
  }

  private static Outcome<Decoded> no(int code, String message) {
    return Outcome.done(new Decoded(code, message, Optional.empty()));
  }

  @Override
  public void write(Decoded decoded, Reply reply) {
    reply.put("code", String.valueOf(decoded.code())).put("message", decoded.message());
    decoded
        .holder()
        .ifPresent(holder ->
            holder
                .told()
                .forEach((name, value) -> reply.put(name.toLowerCase(Locale.ROOT), value)));
  }
}
