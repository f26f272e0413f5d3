# The web program with its commands (migrate, create-administrator, health). docs/runbooks/deploy.md says how to run it.
FROM node:24-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# What restore reads comes first, so that a change of code does not download the packages again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/RelationalPractice/RelationalPractice.csproj src/RelationalPractice/
COPY src/RelationalPractice.Migrations.Sqlite/RelationalPractice.Migrations.Sqlite.csproj src/RelationalPractice.Migrations.Sqlite/
COPY src/RelationalPractice.Migrations.PostgreSql/RelationalPractice.Migrations.PostgreSql.csproj src/RelationalPractice.Migrations.PostgreSql/
COPY src/RelationalPractice.Web/RelationalPractice.Web.csproj src/RelationalPractice.Web/
RUN dotnet restore src/RelationalPractice.Web --use-current-runtime -p:PublishReadyToRun=true

COPY src src
# Compiled ahead, the program starts in less than half the time (docs/performance.md).
RUN dotnet publish src/RelationalPractice.Web -c Release --no-restore --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# Diagnostics would let whoever enters the container read the memory of the program, and write to /tmp at start.
ENV DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "RelationalPractice.Web.dll", "health"]
ENTRYPOINT ["dotnet", "RelationalPractice.Web.dll"]
