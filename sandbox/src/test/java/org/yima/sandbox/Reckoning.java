package org.yima.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * What a bill comes to, reckoned anew and much more simply than the server does: whole fen, no
 * database, nothing of the benefit engine. By the illustrative rules of 530400 for active employees
 * from 2024 on. Whatever the fund does not pay, the account pays as far as it may and goes, and
 * cash the rest.
 */
final class Reckoning {
  private static final long MOST_OUTPATIENT = 4000_00;
  private static final long MOST_CHRONIC = 3000_00;

  private Reckoning() {}

  enum Kind {
    /** The deductible of the year by level, then a share by level up to a yearly limit. */
    OUTPATIENT,
    /** 高血压 with an approval: 80 %, no deductible, up to a yearly limit of the disease. */
    CHRONIC,
    /** Account and cash alone. */
    PHARMACY,
    /** A deductible for each stay, halved from the second of the year on, then shares. */
    STAY,
    /** A cataract: 80 % of a fixed price by level, and the hospital bears or keeps the rest. */
    FIXED_PRICE
  }

  /**
   * A bill, in fen.
   *
   * @param hospital its code; {@code level} is that of the hospital, 1 or 3
   * @param inScope the part of the total that the fund looks at
   */
  record Bill(Kind kind, String hospital, int level, long total, long inScope) {}

  /**
   * Who pays it, in fen.
   *
   * @param hospital what the hospital bears; below zero: keeps
   * @param moved what is added to the running totals of the year
   */
  record Split(
      long total,
      long deductible,
      long fund,
      long account,
      long cash,
      long hospital,
      Map<String, Long> moved) {}

  /**
   * How a bill is paid.
   *
   * @param year running totals before it
   * @param sameStay of these, what other bills of the same stay have moved
   * @param account the most that the account pays
   */
  static Split of(Bill bill, Map<String, Long> year, Map<String, Long> sameStay, long account) {
    return switch (bill.kind()) {
      case OUTPATIENT -> outpatient(bill, year, account);
      case CHRONIC -> {
        long fund =
            Math.min(rounded(bill.inScope() * 80), MOST_CHRONIC - of(year, "fund:chronic/高血压"));
        yield split(bill, 0, fund, account, Map.of("fund:chronic", fund, "fund:chronic/高血压", fund));
      }
      case PHARMACY -> split(bill, 0, 0, account, Map.of());
      case STAY -> stay(bill, year, sameStay, account);
      case FIXED_PRICE -> fixedPrice(bill, year, account);
    };
  }

  private static Split outpatient(Bill bill, Map<String, Long> year, long account) {
    long limit = bill.level() == 1 ? 100_00 : 300_00;
    long due = Math.max(0, limit - of(year, "deductible:outpatient"));
    long deductible = Math.min(bill.inScope(), due);
    long percent = bill.level() == 1 ? 65 : 50;
    long fund =
        Math.min(
            rounded((bill.inScope() - deductible) * percent),
            MOST_OUTPATIENT - of(year, "fund:outpatient"));
    return split(
        bill,
        deductible,
        fund,
        account,
        Map.of("deductible:outpatient", deductible, "fund:outpatient", fund));
  }

  private static Split stay(
      Bill bill, Map<String, Long> year, Map<String, Long> sameStay, long account) {
    boolean counted = of(sameStay, "visits:inpatient") > 0;
    long visit = of(year, "visits:inpatient") + (counted ? 0 : 1);
    long standard = (bill.level() == 1 ? 200_00 : 800_00) / (visit == 1 ? 1 : 2);
    long due = Math.max(0, standard - of(sameStay, "deductible:inpatient"));
    long deductible = Math.min(bill.inScope(), due);
    long cost = bill.inScope() - deductible;
    long fund = rounded(inpatientShare(bill.level(), of(year, "cost:inpatient"), cost));
    Map<String, Long> moved = inpatient(year, fund);
    moved.put("deductible:inpatient", deductible);
    moved.put("cost:inpatient", cost);
    if (!counted) {
      moved.putAll(visits(bill.hospital(), "none"));
    }
    return split(bill, deductible, fund, account, moved);
  }

  private static Split fixedPrice(Bill bill, Map<String, Long> year, long account) {
    long price = price(bill.level());
    long fund = rounded(price * 80);
    Map<String, Long> moved = inpatient(year, fund);
    moved.put("cost:package", price);
    moved.putAll(visits(bill.hospital(), "白内障"));
    return split(bill, 0, fund, account, moved);
  }

  private static Map<String, Long> inpatient(Map<String, Long> year, long fund) {
    if (of(year, "fund:inpatient") + fund > 100_000_00) {
      throw new IllegalStateException("the large-amount fund is not reckoned here");
    }
    return new HashMap<>(Map.of("fund:inpatient", fund));
  }

  private static Map<String, Long> visits(String hospital, String disease) {
    String here = "visits:inpatient/" + hospital;
    return Map.of("visits:inpatient", 1L, here, 1L, here + "/" + disease, 1L);
  }

  /** In hundredths of a fen; at level 3 the year's first 10,000.00 pay 80 %, what follows 85 %. */
  private static long inpatientShare(int level, long before, long cost) {
    if (level == 1) {
      return cost * 90;
    }
    long low = Math.min(cost, Math.max(0, 10_000_00 - before));
    return low * 80 + (cost - low) * 85;
  }

  private static Split split(
      Bill bill, long deductible, long fund, long account, Map<String, Long> own) {
    Map<String, Long> moved = new HashMap<>(own);
    moved.put("deductible:all", deductible);
    moved.put("fund:all", fund);
    long hospital = bill.kind() == Kind.FIXED_PRICE ? bill.total() - price(bill.level()) : 0;
    long left = bill.total() - hospital - fund;
    long byAccount = Math.min(left, account);
    return new Split(bill.total(), deductible, fund, byAccount, left - byAccount, hospital, moved);
  }

  private static long price(int level) {
    return level == 1 ? 3000_00 : 5000_00;
  }

  static long of(Map<String, Long> totals, String counter) {
    return totals.getOrDefault(counter, 0L);
  }

  private static long rounded(long hundredthsOfFen) {
    return (hundredthsOfFen + 50) / 100;
  }
}
