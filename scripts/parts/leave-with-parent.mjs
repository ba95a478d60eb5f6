// Loaded into the API: it must not outlive a start that was killed with kill -9, which can stop nothing.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
