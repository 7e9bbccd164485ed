package org.yima.platform.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.credential.Credentials.Code;
import org.yima.platform.credential.Credentials.Decoding;
import org.yima.platform.credential.Credentials.State;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ec.query 电子凭证解码. Turns the code that a scanner read into a token and the holder's identity.
 * Section 4.7. Decoding uses the code up.
 *
 * <p>Inside the envelope its names are lower-case like all keys of a reply. It has answer codes of
 * its own, those of the national library, so every answer is an answer here and none a refusal.
 */
@Component
public final class EcQuery implements Transaction<EcQuery.Request, EcQuery.Facts, EcQuery.Decoded> {
  /** How long a token holds; section 2.1 says more than one minute and less than five. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

  private static final int DISTRICT = 6;

  private final Credentials credentials;
  private final People people;
  private final RandomCodes codes;

  EcQuery(Credentials credentials, People people, RandomCodes codes) {
    this.credentials = credentials;
    this.people = people;
    this.codes = codes;
  }

  /** What a scanner read, and for which business. */
  public record Request(String orgId, String businessType, String code) {
    @Override
    public String toString() {
      return "ec.query " + businessType;
    }

    String district() {
      return code.substring(0, DISTRICT);
    }
  }

  record Facts(Answer<Code> code, Answer<Insured> holder) {}

  /**
   * The answer.
   *
   * @param code 0, or one of the codes of {@code spec/}
   */
  public record Decoded(int code, String message, Optional<Holder> holder) {}

  /** Who showed the code. */
  public record Holder(Insured person, String token) {
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
  public Request read(Element transdata, Call call) {
    Element data = Objects.requireNonNull(transdata.child("data"), "data was checked");
    return new Request(
        transdata.textOf("orgId"), data.textOf("businessType"), data.textOf("ecQrCode"));
  }

  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    String district = isCode(request) ? request.district() : "000000";
    return new Facts(
        credentials.lockCode(reads, district, request.code()),
        people.byNumberOf(
            reads,
            district,
            Credentials.HOLDER_OF_CODE,
            credentials.codeDigest(request.code()),
            call.today()));
  }

  @Override
  public Outcome<Decoded> decide(Request request, Call call, Facts facts, Batch writes) {
    if (!request.orgId().equals(call.institution().code())) {
      return no(1002, "定点机构未登记或与签名机构不符 institution not registered");
    }
    Optional<Code> found = facts.code().found();
    if (!isCode(request) || found.isEmpty()) {
      return no(2001, "二维码格式不正确或不存在，请重新扫码 bad code");
    }
    Optional<Outcome<Decoded>> refusal = refusal(call, found.get());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Insured person = facts.holder().rows().getFirst();
    if (person.enrolment().isEmpty()) {
      return no(2007, "未查到参保信息 no enrolment");
    }
    // The holder's district comes first, so that the token can be routed.
    String token = request.district() + codes.next();
    Instant until = call.at().plus(TOKEN_LIFE);
    credentials.useCode(writes, call, request.district(), request.code());
    credentials.insertToken(
        writes,
        call,
        new Decoding(request.district(), person.number(), request.code(), token, until));
    return Outcome.done(new Decoded(0, "成功", Optional.of(new Holder(person, token))));
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

  private static boolean isCode(Request request) {
    return request.code().matches("[0-9]{28}");
  }

  private static Outcome<Decoded> no(int code, String message) {
    return Outcome.done(new Decoded(code, message, Optional.empty()));
  }

  @Override
  public void write(Decoded decoded, Reply reply) {
    reply.put("code", String.valueOf(decoded.code())).put("message", decoded.message());
    decoded
        .holder()
        .ifPresent(holder -> {
          Insured person = holder.person();
          reply
              .put("idno", person.id().value())
              .put("idtype", person.id().type())
              .put("username", person.name().value())
              .put("ectoken", holder.token())
              .put("insuorg", person.district())
              .put("ecindexno", person.number())
              .put("gender", person.sex())
              .put("birthday", person.birth().toString());
        });
  }
}
