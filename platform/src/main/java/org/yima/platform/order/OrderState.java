package org.yima.platform.order;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 支付状态, section 4.3, and the whole life of an order: {@link #next}. */
enum OrderState {
  PAYING("1", "正在支付"),
  PAID("2", "支付成功"),
  FAILED("3", "支付失败"),
  CANCELLED("4", "支付已取消"),
  REFUNDED("5", "支付已退费");

  private final String code;
  private final String chinese;

  OrderState(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  static OrderState of(String code) {
    return values()[code.charAt(0) - '1'];
  }

  /** The state that an event leads to; empty: it cannot happen. The database holds the same. */
  Optional<OrderState> next(OrderEvent event) {
    @Nullable OrderState next =
        switch (this) {
          case PAYING ->
              switch (event) {
                case PAY -> PAID;
                case EXPIRE -> FAILED;
                case CANCEL -> CANCELLED;
                case REFUND, REVERSE -> null;
              };
          case PAID ->
              switch (event) {
                case CANCEL -> CANCELLED;
                case REFUND, REVERSE -> REFUNDED;
                case PAY, EXPIRE -> null;
              };
          case FAILED, CANCELLED, REFUNDED -> null;
        };
    return Optional.ofNullable(next);
  }

  /** Whether the order's settlement counts for the patient: paid, also if given back since. */
  boolean showsSettlement() {
    return this == PAID || this == REFUNDED;
  }

  String code() {
    return code;
  }

  String chinese() {
    return chinese;
  }

  /** For a refusal: {@code 2 支付成功}. */
  @Override
  public String toString() {
    return code + " " + chinese;
  }
}
