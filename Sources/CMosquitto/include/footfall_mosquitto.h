/* libmosquitto, opened on first use: linked, it would bring OpenSSL into every start of every command.
 *
 * The types of the functions are those of <mosquitto.h>, so that the compiler checks every call. */
#ifndef FOOTFALL_MOSQUITTO_H
#define FOOTFALL_MOSQUITTO_H

#include <mosquitto.h>

/* The functions that footfall calls, by their own names without the prefix. */
struct footfall_mosquitto {
  __typeof__(mosquitto_lib_init) *_Nonnull lib_init;
  __typeof__(mosquitto_new) *_Nonnull create;
  __typeof__(mosquitto_destroy) *_Nonnull destroy;
  __typeof__(mosquitto_threaded_set) *_Nonnull threaded_set;
  __typeof__(mosquitto_username_pw_set) *_Nonnull username_pw_set;
  __typeof__(mosquitto_tls_set) *_Nonnull tls_set;
  __typeof__(mosquitto_will_set) *_Nonnull will_set;
  __typeof__(mosquitto_connect_callback_set) *_Nonnull connect_callback_set;
  __typeof__(mosquitto_publish_callback_set) *_Nonnull publish_callback_set;
  __typeof__(mosquitto_connect_async) *_Nonnull connect_async;
  __typeof__(mosquitto_disconnect) *_Nonnull disconnect;
  __typeof__(mosquitto_publish) *_Nonnull publish;
  __typeof__(mosquitto_loop) *_Nonnull loop;
  __typeof__(mosquitto_user_data_set) *_Nonnull user_data_set;
  __typeof__(mosquitto_strerror) *_Nonnull strerror;
  __typeof__(mosquitto_connack_string) *_Nonnull connack_string;
};

/* The library; NULL where it is not installed or lacks a function, with the reason in *reason. From any
 * thread; opened once and never closed. */
const struct footfall_mosquitto *_Nullable footfall_mosquitto_open(const char *_Nullable *_Nonnull reason);

#endif
