package org.yima.settlement;

import java.util.List;
import java.util.function.Function;

/** What holds for every settlement whatever the policy says. */
final class Identities {

  private Identities() {}

  static void check(List<LineResult> lines, Shares shares) {
    for (Share share : Share.values()) {
      if (share.kind() != Share.Kind.HOSPITAL && shares.of(share).isNegative()) {
        throw new IllegalStateException("negative " + share + ": " + shares);
      }
    }
    Money borne = shares.sum(Share.Kind.BORNE);
    Money funds = shares.sum(Share.Kind.FUND);
    Money subsidies = shares.sum(Share.Kind.SUBSIDY);
    Money payments = shares.sum(Share.Kind.PAYMENT);
    Money hospital = shares.sum(Share.Kind.HOSPITAL);
    Money paid = funds.plus(subsidies).plus(payments).plus(hospital);
    require(paid.equals(sum(lines, LineResult::amount)), "funds, account and cash", shares);
    require(payments.equals(borne.minus(subsidies)), "the patient's part", shares);
    Money selfPaid = sum(lines, LineResult::selfPaid);
    require(selfPaid.equals(shares.of(Share.SELF_PAID)), "self-paid lines", shares);
    Money upfront = sum(lines, LineResult::upfront);
    require(upfront.equals(shares.of(Share.UPFRONT_SELF_PAY)), "upfront lines", shares);
  }

  /** Each programme's payments by parts are its share, and no part is paid for twice. */
  static void checkSubsidies(List<Subsidised> subsidised, Shares shares) {
    Shares programmes = Shares.NONE;
    Shares parts = Shares.NONE;
    for (Subsidised one : subsidised) {
      programmes = programmes.plus(one.program().share(), one.amount());
      parts = parts.plus(one.part(), one.amount());
    }
    for (Share share : Share.values()) {
      if (share.kind() == Share.Kind.SUBSIDY) {
        require(programmes.of(share).equals(shares.of(share)), "a programme's parts", shares);
      }
      if (share.kind() == Share.Kind.BORNE) {
        require(parts.of(share).compareTo(shares.of(share)) <= 0, "subsidies of a part", shares);
      }
    }
  }

  static Money sum(List<LineResult> lines, Function<LineResult, Money> part) {
    long fen = 0;
    for (LineResult line : lines) {
      fen = Math.addExact(fen, part.apply(line).fen());
    }
    return Money.ofFen(fen);
  }

  private static void require(boolean holds, String what, Shares shares) {
    if (!holds) {
      throw new IllegalStateException(what + " do not add up: " + shares);
    }
  }
}
