import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j Community server that speaks Bolt on 127.0.0.1 and nothing else: no HTTP, and no
 * authentication, so that any user name and password is let in. For tests and for trying things out
 * on one's own machine, never for data that others must not reach.
 *
 * <pre>java -Xmx1g -cp 'lib/*' Start.java HOME PORT [--stop-with-stdin] [NAME=VALUE…]</pre>
 *
 * NAME=VALUE are settings of Neo4j as its configuration file has them. Port 0 takes a free port. One line, {@code ready bolt://127.0.0.1:PORT}, says that it answers.
 * SIGTERM and Ctrl-C stop it cleanly. So does the end of its standard input with --stop-with-stdin:
 * the pipe closes even when the parent was killed with -9, and no Neo4j outlives its test run.
 */
public class Start {
  private static volatile DatabaseManagementService server;

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("usage: java -cp 'lib/*' Start.java HOME PORT [--stop-with-stdin]");
      System.exit(2);
    }
    Path home = Path.of(arguments[0]).toAbsolutePath();
    int port = Integer.parseInt(arguments[1]);
    Runtime.getRuntime().addShutdownHook(new Thread(Start::stop));
    List<String> settings = new ArrayList<>(List.of("dbms.security.auth_enabled=false"));
    for (int i = 2; i < arguments.length; i++) {
      if (arguments[i].contains("=")) settings.add(arguments[i]);
      else if (arguments[i].equals("--stop-with-stdin")) stopWithStandardInput();
    }
    if (settings.stream().anyMatch(setting -> setting.startsWith("dbms.security.auth_enabled=true"))) settings.remove(0);
    Files.createDirectories(home);
    Path file = Files.write(home.resolve("start.conf"), settings);

    server = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .loadPropertiesFromFile(file)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(256))
        .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ZERO)
        // Otherwise each of the two databases takes 256 MB of disk before the first write.
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        // Otherwise Bolt idles for ten seconds before it stops.
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        .build();

    GraphDatabaseAPI database = (GraphDatabaseAPI) server.database("neo4j");
    database.executeTransactionally("RETURN 1");
    int listening = database.getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(ConnectorType.BOLT)
        .getPort();
    System.out.println("ready bolt://127.0.0.1:" + listening);
    Thread.currentThread().join();
  }

  private static void stop() {
    if (server != null) server.shutdown();
  }

  private static void stopWithStandardInput() {
    Thread watcher = new Thread(() -> {
      try {
        while (System.in.read() != -1) { }
      } catch (java.io.IOException closed) {
        // A broken pipe says the same as a closed one.
      }
      System.exit(0);
    }, "stop with standard input");
    watcher.setDaemon(true);
    watcher.start();
  }
}
