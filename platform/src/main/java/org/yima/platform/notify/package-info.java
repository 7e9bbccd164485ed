/**
 * Tells institutions what became of their orders: gives events their sequence, delivers them to
 * {@code backurl} until they are accepted, and hands them out by ST041. Shows nothing: everything
 * comes in through the outbox.
 */
package org.yima.platform.notify;
