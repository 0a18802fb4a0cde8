#include "footfall_mosquitto.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

static struct footfall_mosquitto library;
static const char *failure;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *find(void *handle, const char *name) {
  void *function = dlsym(handle, name);
  if (function == NULL) failure = strdup(dlerror());
  return function;
}

#define FIND(field, name) library.field = (__typeof__(name) *)find(handle, #name)

static void open_library(void) {
  /* The name that programs are linked with (Debian's libmosquitto1). */
  void *handle = dlopen("libmosquitto.so.1", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    failure = strdup(dlerror());
    return;
  }
  FIND(lib_init, mosquitto_lib_init);
  FIND(create, mosquitto_new);
  FIND(destroy, mosquitto_destroy);
  FIND(threaded_set, mosquitto_threaded_set);
  FIND(username_pw_set, mosquitto_username_pw_set);
  FIND(tls_set, mosquitto_tls_set);
  FIND(will_set, mosquitto_will_set);
  FIND(connect_callback_set, mosquitto_connect_callback_set);
  FIND(publish_callback_set, mosquitto_publish_callback_set);
  FIND(connect_async, mosquitto_connect_async);
  FIND(disconnect, mosquitto_disconnect);
  FIND(publish, mosquitto_publish);
  FIND(loop, mosquitto_loop);
  FIND(user_data_set, mosquitto_user_data_set);
  FIND(strerror, mosquitto_strerror);
  FIND(connack_string, mosquitto_connack_string);
  if (failure == NULL && library.lib_init() != MOSQ_ERR_SUCCESS) failure = "libmosquitto does not start";
}

const struct footfall_mosquitto *footfall_mosquitto_open(const char **reason) {
  pthread_once(&once, open_library);
  *reason = failure;
  return failure == NULL ? &library : NULL;
}
