/* Two threads add to one number without a lock: the race that the thread sanitizer must find, or finds nothing. */
#include <pthread.h>
#include <stdio.h>

static long number;

static void *add(void *nothing)
{
	for (int i = 0; i < 100000; i++)
		number++;
	return nothing;
}

int main(void)
{
	pthread_t other;
	if (pthread_create(&other, NULL, add, NULL) != 0)
		return 2;
	add(NULL);
	pthread_join(other, NULL);
	printf("%ld\n", number);
	return 0;
}
