/**
 * The benefit engine: how one bill is split between the funds, the personal account and cash.
 *
 * <p>It owns the amounts ({@link org.yima.settlement.Money}, {@link org.yima.settlement.Ratio}),
 * what a visit is ({@link org.yima.settlement.Visit}: bill, member, year so far, account), what a
 * policy is ({@link org.yima.settlement.Policy}: benefits, each a list of {@link
 * org.yima.settlement.Step}s) and the checked result ({@link org.yima.settlement.Settlement}). It
 * hides how the steps are taken.
 *
 * <p>The one way in:
 *
 * <pre>{@code
 * switch (policy.settle(new Visit(bill, member, year, account))) {
 *   case Settlement settlement -> …            // shares, lines, movements, explanation
 *   case Decision.Refused refused -> refuse(refused.sentence());
 * }
 * }</pre>
 *
 * <p>A refund is {@code year.minus(settlement.movements())}. The package depends on {@code
 * java.base} alone, does no input or output, and knows neither clock nor chance.
 */
@NullMarked
package org.yima.settlement;

import org.jspecify.annotations.NullMarked;
