package org.yima.platform.credential;

import java.time.Period;
import org.springframework.stereotype.Component;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST020 扫码身份识别. Says who showed the code and how they are insured. Section 3.1.3.
 *
 * <p>Reads the token without using it up: in two-scan use (2.1) it comes first, and in one-scan use
 * it may be left out.
 */
@Component
final class IdentifyByScan
    implements Transaction<Scan, IdentifyByScan.Facts, IdentifyByScan.Identified> {
  private final Credentials credentials;
  private final People people;

  IdentifyByScan(Credentials credentials, People people) {
    this.credentials = credentials;
    this.people = people;
  }

  record Facts(Answer<Token> token, Answer<Insured> person) {}

  record Identified(Insured person, Enrolment enrolment, int age) {}

  @Override
  public String code() {
    return "ST020";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public Scan read(Element transdata, Call call) {
    return Scan.of(transdata);
  }

  @Override
  public Outcome<Scan> prepare(Scan scan, Call call) {
    return Outcome.done(credentials.route(scan, call));
  }

  @Override
  public Facts ask(Scan scan, Call call, Batch reads) {
    return new Facts(
        credentials.find(reads, scan),
        people.find(reads, people.withDocument(scan.district(), scan.id(), call.today())));
  }

  @Override
  public Outcome<Identified> decide(Scan scan, Call call, Facts facts, Batch writes) {
    return Outcome.unless(
        credentials.refusal(call, scan, facts.token(), facts.person()),
        () -> identify(facts.person().rows().getFirst(), call));
  }

  private static Outcome<Identified> identify(Insured person, Call call) {
    if (person.enrolment().isEmpty()) {
      return Outcome.refuse(Reason.NOT_ENROLLED);
    }
    Enrolment enrolment = person.enrolment().get();
    int age = Period.between(person.birth(), call.today()).getYears();
    return Outcome.unless(
        Refusal.unless(!enrolment.frozen(), Reason.FROZEN),
        () -> Outcome.done(new Identified(person, enrolment, age)));
  }

  @Override
  public void write(Identified found, Reply reply) {
    Insured person = found.person();
    String employerNo = person.employerNo();
    String employerName = person.employerName();
    reply
        .put("aaz500", person.card().value())
        .put("bac001", person.number())
        .put("aac003", person.name().value())
        .put("aac004", person.sex())
        .put("aac006", person.birth().toString())
        .put("aac058", person.id().type())
        .put("aac002", person.id().value())
        .put("aac066", found.enrolment().description())
        .put("akc023", String.valueOf(found.age()))
        .put("bac048", person.balance().toString())
        .put("aab999", employerNo == null ? "" : employerNo)
        .put("aab004", employerName == null ? "" : employerName)
        .put("aac140", found.enrolment().insuranceType())
        .put("bac002", found.enrolment().group())
        .put("baa001", person.district())
        .put("aaa027", person.district());
  }
}
